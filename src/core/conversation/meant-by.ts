import { wordList } from '../business/word-list.js'
import { oneLetterAway } from '../owner/one-letter-away.js'
import { localTime } from '../schedule/local-time.js'
import { fold } from '../understanding/normalise.js'
import type { Question } from '../understanding/types.js'
import type { Draft } from './draft.js'
import type { Asked } from './heard.js'
import type { FoundSlot } from './llm.js'
import type { Proposal } from './pending.js'

const LONGEST = 200
/** Whatever says a date or a sum in more words says something else besides. */
const LONGEST_MEANING = 80

const QUESTIONS: { readonly [slot: string]: Question } = {
  need: 'need',
  quantity: 'quantity',
  urgency: 'urgency',
  budget: 'budget',
  authority: 'authority',
}

/**
 * What a model's finding comes to: the words it cites stand in the message, our own reader reads the
 * slot in what they are said to mean, and every figure of that stands in the words cited. Nothing else
 * is proposed.
 */
export function meantBy(
  draft: Draft,
  asked: Asked,
  text: string,
  found: readonly FoundSlot[],
): readonly Proposal[] {
  const [first] = found
  if (first === undefined) return []
  const { slot, said, means } = first
  const isCited = said.trim() !== '' && said.length <= LONGEST && fold(text).includes(fold(said))
  if (!isCited || means.length > LONGEST_MEANING || inventsNumber(draft, said, means)) return []
  const read = valueIn(draft, asked, slot, means)
  return read === null ? [] : [{ slot, ...read }]
}

type Value = Pick<Proposal, 'value' | 'said'>

function valueIn(draft: Draft, { pending }: Asked, slot: string, means: string): Value | null {
  const { context } = draft
  const { country, currency, timeZone } = context.business
  const question = QUESTIONS[slot]
  if (question === undefined) return null
  const today = localTime(context.now, timeZone).day
  const about = pending.figure === null ? {} : { figure: pending.figure }
  const { budget, urgency, authority, quantities } = context.read(means, {
    question,
    country,
    today,
    ...(slot === 'budget' ? about : {}),
  })
  switch (slot) {
    case 'need': {
      const [only, ...others] = context.mentions(fold(means)).products
      return only === undefined || others.length > 0 ? null : { value: only.id, said: means }
    }
    case 'quantity': {
      const [only, ...others] = quantities
      return only === undefined || others.length > 0
        ? null
        : { value: only.value.count, said: only.said }
    }
    case 'budget':
      return budget === null || budget.value.none
        ? null
        : {
            value: { ...budget.value, currency: budget.value.currency ?? currency },
            said: budget.said,
          }
    case 'urgency':
      return urgency === null || urgency.value.bucket === 'none' ? null : urgency
    case 'authority':
      return authority === null || authority.value === 'unknown' ? null : authority
    default:
      return null
  }
}

/**
 * Whether a number in the meaning, in digits or in words, stands nowhere in what was said. A letter
 * may differ ("ochosientos"), and a thousand be added to what is less than one.
 */
function inventsNumber({ context: { messages } }: Draft, said: string, means: string): boolean {
  const numbers = wordList(messages, 'verify.numbers')
  const written = wordsOf(said)
  const digits = wordsOf(means).filter((word) => /\d/.test(word))
  const mayAddThousand = digits.every((word) => word.length <= 3)
  return wordsOf(means).some((word) => {
    if (!/\d/.test(word) && !numbers.includes(word)) return false
    if (written.includes(word)) return false
    if (word === THOUSAND) return !mayAddThousand
    return /\d/.test(word) || !written.some((other) => oneLetterAway(other, word))
  })
}

const THOUSAND = 'mil'

/** Figures with their separators are one word each. */
function wordsOf(text: string): readonly string[] {
  return fold(text).match(/\d[\d.,:]*\d|\d|\p{L}+/gu) ?? []
}
