import { answerKindsOf } from '../business/answer-kinds.js'
import type { Fact } from '../business/types.js'
import { wordList } from '../business/word-list.js'
import { readWords } from '../business/words.js'
import { fold } from '../understanding/normalise.js'
import { asksForVisit } from './asks-for-visit.js'
import { type Draft, patchDialogue } from './draft.js'
import type { Heard } from './heard.js'
import { factHits, saidHits } from './known-facts.js'

/** A fact that answers although none of its owner's words was said; `sure`: it fits so well that nobody need doubt it. */
export type Guess = { readonly id: string; readonly sure: boolean }

/**
 * So well has a fact to fit, and so many times as well as the next: measured on the questions of `test/fixtures`, with
 * the fact that answers them (7 of 10 are answered) and without it (1 in 14 is, mostly by what is said of its like).
 */
const SURE: readonly Measure[] = [
  { score: 4, times: 1.5 },
  { score: 3, times: 3 },
]
const LIKELY: readonly Measure[] = [
  { score: 2.5, times: 1.5 },
  { score: 2, times: 3 },
]
/** An owner who wrote many ways to ask for it meant those: each above so many asks for so much more. */
const SOME_WORDS = 6
const BY_WORDS = 0.85
type Measure = { readonly score: number; readonly times: number }

/**
 * What the index of facts finds for a question that names nothing: an owner need not list the words of their customers.
 * A fact that was only likely is not said a second time: they meant something else.
 */
export function guessOf(draft: Draft, { text }: Heard): Guess | null {
  if (draft.dialogue.language !== 'es') return null
  const guess = best(draft, text)
  const again = guess !== null && !guess.sure && saidBefore(draft, guess.id) > 0
  return again ? null : guess
}

/** Of a message of several parts those that ask for a fact of their own: "¿cuánto sería, y me lo llevan a domicilio?" */
export function askedBeside(draft: Draft, { text }: Heard): readonly string[] {
  if (draft.dialogue.language !== 'es') return []
  const parts = partsOf(text)
  if (parts.length < 2) return []
  const { mentions } = draft.context
  return parts.flatMap((part) => {
    const named = mentions(fold(part.text))
    const isOwn = named.products.length === 0 && named.facts.length === 0
    if (!isOwn || !(part.marked || asksInWords(draft, part.text))) return []
    const guess = best(draft, part.text)
    return guess?.sure === true ? [guess.id] : []
  })
}

/** Words that ask, also without a mark: "hasta qué hora abren", and not "cuando acabe la cosecha". */
export function asksInWords({ context: { messages } }: Draft, text: string): boolean {
  const words = readWords(text, messages)
  const saysWhen = wordList(messages, 'asking.when').some((when) =>
    words.some(({ word }) => word === when),
  )
  return !saysWhen && answerKindsOf(messages).asks(words)
}

export function countSaid(draft: Draft, id: string): void {
  const said = { ...draft.dialogue.said, [keyOf(id)]: saidBefore(draft, id) + 1 }
  patchDialogue(draft, { said })
}

function saidBefore({ dialogue }: Draft, id: string): number {
  return dialogue.said[keyOf(id)] ?? 0
}

function keyOf(id: string): string {
  return `fact.${id}`
}

function best(draft: Draft, text: string): Guess | null {
  const { context } = draft
  if (asksForVisit(context, text)) return null
  const [top, next] = factHits(context, text)
  const fact = context.business.facts.find(({ id }) => id === top?.id)
  // What was taught answers by its own rule, which minds names: of Pasto it says nothing of Cali.
  if (top === undefined || fact === undefined || fact.taught) return null
  if (isOfOther(draft, fact)) return null
  const more = Math.max(0, fact.words.length - SOME_WORDS) * BY_WORDS
  // Both words themselves and what was asked before have to speak for it; the latter also sets it apart from others.
  const fits = ({ score, times }: Measure): boolean =>
    Math.min(top.said, top.score) >= score + more && top.score >= times * (next?.score ?? 0)
  const [said, second] = saidHits(context, text)
  const stands = ({ score, times }: Measure): boolean =>
    said?.id === fact.id && said.score >= score + more && said.score >= times * (second?.score ?? 0)
  if (SURE.some(fits) && SURE.some(stands)) return { id: fact.id, sure: true }
  return LIKELY.some(fits) ? { id: fact.id, sure: false } : null
}

/** What is known of trousers says nothing to somebody who wants shirts. */
function isOfOther({ context, inquiry }: Draft, { text }: Fact): boolean {
  const items = inquiry?.items ?? []
  const { products } = context.mentions(fold(text[context.business.treatment]))
  if (items.length === 0 || products.length === 0) return false
  return !items.some(({ product }) => products.some(({ id }) => id === product))
}

type Part = { readonly text: string; readonly marked: boolean }

/** Between marks and around "y", each with whether a question mark closes it. */
function partsOf(text: string): readonly Part[] {
  const clauses = text.match(/[^.,;:!?¿¡\n]+[.,;:!?\n]*/gu) ?? []
  return clauses.flatMap((clause) => {
    const marked = clause.includes('?')
    const pieces = clause.split(/\sy\s|^\s*y\s/iu).filter((piece) => /\p{L}/u.test(piece))
    return pieces.map((piece, at) => ({ text: piece, marked: marked && at === pieces.length - 1 }))
  })
}
