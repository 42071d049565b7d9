import type { Messages } from '../messages.js'
import { entriesOf } from './fact-entries.js'
import { scoreOf, weighed } from './fact-score.js'
import { tellingOf } from './fact-telling.js'
import { isFamily } from './families.js'
import { kinOf } from './kin.js'
import { createNearest, plainOf } from './nearest.js'
import { type Known, unitsOf } from './question-units.js'
import { topicsOf } from './topics.js'
import type { Business } from './types.js'
import type { Word } from './words.js'

export { PRICE_OF } from './fact-entries.js'

/** A fact that may answer, or the price of a product; the better it fits, the higher its score. */
export type FactHit = { readonly id: string; readonly score: number }

/** Facts that a question may be about, the best first, at most `most` of them. */
export type FactIndex = (question: string, most: number) => readonly FactHit[]

/**
 * The business's knowledge by its words and by what they are about: stems, the topics of `data/messages`,
 * the kind of answer that is wanted, and words one letter away. Built when the facts change; a question
 * costs a fraction of a millisecond.
 */
export function createFactIndex(business: Business, messages: Messages): FactIndex {
  const entries = entriesOf(business, messages)
  const telling = tellingOf(entries, business, messages)
  const topics = topicsOf(messages)
  const own = new Set(
    entries.flatMap((entry) => [...entry.stems.keys()].filter((stem) => !isFamily(stem))),
  )
  const nearest = createNearest(own)
  const kin = kinOf(messages)
  const mend = (word: Word): Word => {
    if (word.small || own.has(word.stem)) return word
    const plain = plainOf(word.word, own)
    if (plain !== undefined) return { ...word, stem: plain }
    if (topics.stems.has(word.stem) || kin.stems.has(word.stem)) return word
    const small = plainOf(word.word, topics.stems) ?? plainOf(word.word, kin.stems)
    const stem = small ?? nearest(word) ?? topics.nearest(word) ?? kin.nearest(word)
    return stem === undefined ? word : { ...word, stem }
  }
  const known: Known = {
    topic: (topic) => telling.topic(topic) > 0,
    kin: (group) => telling.kin(group) > 0,
  }
  return (question, most) => {
    const asked = weighed(unitsOf(question, { mend, known }, messages), telling)
    return entries
      .map((entry, at) => ({
        id: entry.id,
        score: scoreOf(entry, asked, telling, at / entries.length),
      }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score)
      .slice(0, most)
  }
}
