import type { Problem, Source } from '../flow/problem.js'
import { problemAt } from '../flow/wordings.js'
import { oneLetterAway } from '../owner/one-letter-away.js'
import { mayHoldCode } from '../referral/codes.js'
import { foldWord } from '../understanding/normalise.js'
import type { Business } from './types.js'

/** Codes of campaigns that could be taken for one another, for a friend's code or for a plain word. */
export function checkCampaigns(business: Business, source: Source): readonly Problem[] {
  const codes = business.campaigns.map(({ code }) => code)
  return codes.flatMap((code, at) => {
    const path = ['campaigns', at, 'code']
    const problem = (key: string, params: Problem['params']) => [
      problemAt(source, path, key, { name: code, ...params }),
    ]
    const first = codes.slice(0, at).find((other) => isNear(other, code))
    if (first === code) {
      const line = source.lineOf(['campaigns', codes.indexOf(code), 'code'])
      return problem('flows.repeated', { line })
    }
    if (first !== undefined) return problem('flows.code_near', { other: first })
    const prefix = business.referrals?.prefix ?? null
    if (prefix !== null && (mayHoldCode(code, prefix) || compact(code) === compact(prefix))) {
      return problem('flows.code_of_friend', { prefix })
    }
    const list = wordLists(business).find(({ words }) => words.includes(compact(code)))?.list
    return list === undefined ? [] : problem('flows.code_is_word', { list })
  })
}

function isNear(a: string, b: string): boolean {
  const [one, other] = [compact(a), compact(b)]
  return one === other || oneLetterAway(one, other)
}

/** What people write of their own accord. */
function wordLists({ products, personas, notMade, facts }: Business) {
  const of = (list: string, entries: readonly { readonly words: readonly string[] }[]) => {
    return { list, words: entries.flatMap(({ words }) => words.map(compact)) }
  }
  return [
    of('products', products),
    of('personas', personas),
    of('notMade', notMade),
    of('facts', facts),
  ]
}

function compact(text: string): string {
  return foldWord(text).replace(/[^a-z0-9]/g, '')
}
