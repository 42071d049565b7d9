import type { Messages } from '../messages.js'
import { askedBefore, likenessOf } from './asked-before.js'
import { createScorer } from './fact-scorer.js'
import { WEIGHTS } from './fact-weights.js'
import type { Business } from './types.js'

export { PRICE_OF } from './fact-entries.js'

/**
 * A fact that may answer, or the price of a product; the better it fits, the higher its score. `said` is what words and tables
 * alone give it: what was asked before chooses among facts, but makes none the surer.
 */
export type FactHit = { readonly id: string; readonly score: number; readonly said: number }

/** Facts that a question may be about, the best first, at most `most` of them. */
export type FactIndex = (question: string, most: number) => readonly FactHit[]

/**
 * The business's knowledge by its words and by what they are about, and by what questions of before were about. Built
 * when the facts change; a question costs a fraction of a millisecond.
 */
export function createFactIndex(business: Business, messages: Messages): FactIndex {
  const { entries, score } = createScorer(business, messages)
  const before = askedBefore(messages)
  const gists = entries.map(before.ofEntry)
  return (question, most) => {
    const { scores, parts } = score(question)
    const gist = before.ofQuestion(parts)
    return entries
      .map(({ id }, at) => {
        const said = scores[at] ?? 0
        return { id, score: drawn(said, likenessOf(gist, gists[at] ?? gist)), said }
      })
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score)
      .slice(0, most)
  }
}

/** A score by what is written, with the pull of what was asked before. */
function drawn(score: number, pull: number): number {
  const { ground, trust } = WEIGHTS
  return (score + ground) * Math.exp(pull / trust) - ground
}

/** What the pull is added to where questions are learned from: the same order as `drawn`. */
export function standingOf(score: number): number {
  return WEIGHTS.trust * Math.log(score + WEIGHTS.ground)
}
