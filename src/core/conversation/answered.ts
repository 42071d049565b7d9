import { PERSON_SLOTS } from '../types.js'
import type { Draft } from './draft.js'
import type { Heard } from './heard.js'

/** What came of a question: nothing was asked, the facts answered it, or nobody knows. */
export type Answered = 'nothing_asked' | 'answered' | 'unknown'

/** Whether nothing about what they want could be taken: a name given in passing answers no question. */
export function tookNothingWanted(draft: Draft): boolean {
  const news = [...draft.fresh, ...draft.changed]
  return news.every((slot) => PERSON_SLOTS.includes(slot)) || draft.inquiry?.unknownProduct != null
}

/** Nothing new came with the message. */
export function tookNothing(draft: Draft): boolean {
  return draft.fresh.size === 0 && draft.changed.size === 0
}

/** Keeps a question that nobody answered yet, as far as its owner needs it. */
export function keepUnanswered(draft: Draft, { text, evidence }: Heard): void {
  draft.effects.push({ kind: 'unanswered', text: text.slice(0, MOST_KEPT), evidence })
}

const MOST_KEPT = 500
