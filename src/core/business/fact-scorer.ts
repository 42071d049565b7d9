import type { Messages } from '../messages.js'
import { type Entry, entriesOf } from './fact-entries.js'
import { scoreOf, weighed } from './fact-score.js'
import { tellingOf } from './fact-telling.js'
import { isFamily } from './families.js'
import { kinOf } from './kin.js'
import { createNearest, plainOf } from './nearest.js'
import { type Known, unitsOf } from './question-units.js'
import { topicsOf } from './topics.js'
import type { Business } from './types.js'
import type { Word } from './words.js'

export type Scorer = {
  readonly entries: readonly Entry[]
  /** How well each entry fits a question by the tables, and the stems of each part of the question. */
  readonly score: (question: string) => {
    readonly scores: readonly number[]
    readonly parts: readonly (readonly string[])[]
  }
}

/**
 * How well facts fit by their words and by what these are about: stems, the topics of `data/messages`, the kind of
 * answer that is wanted, and words one letter away.
 */
export function createScorer(business: Business, messages: Messages): Scorer {
  const entries = entriesOf(business, messages)
  const telling = tellingOf(entries, business, messages)
  const mend = menderOf(entries, messages)
  const known: Known = {
    topic: (topic) => telling.topic(topic) > 0,
    kin: (group) => telling.kin(group) > 0,
  }
  return {
    entries,
    score: (question) => {
      const { parts, ...rest } = unitsOf(question, { mend, known }, messages)
      const asked = weighed(rest, telling)
      const late = (at: number): number => at / entries.length
      return { scores: entries.map((each, at) => scoreOf(each, asked, telling, late(at))), parts }
    },
  }
}

/** What a word must have meant that neither the facts nor the tables have. */
function menderOf(entries: readonly Entry[], messages: Messages): (word: Word) => Word {
  const topics = topicsOf(messages)
  const own = new Set(
    entries.flatMap((entry) => [...entry.stems.keys()].filter((stem) => !isFamily(stem))),
  )
  const nearest = createNearest(own)
  const kin = kinOf(messages)
  return (word) => {
    if (word.small || own.has(word.stem)) return word
    const plain = plainOf(word.word, own)
    if (plain !== undefined) return { ...word, stem: plain }
    if (topics.stems.has(word.stem) || kin.stems.has(word.stem)) return word
    const small = plainOf(word.word, topics.stems) ?? plainOf(word.word, kin.stems)
    const stem = small ?? nearest(word) ?? topics.nearest(word) ?? kin.nearest(word)
    return stem === undefined ? word : { ...word, stem }
  }
}
