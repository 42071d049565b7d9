import type { Messages } from '../messages.js'
import type { Entry } from './fact-entries.js'
import { WEIGHTS } from './fact-weights.js'
import { familiesOf } from './families.js'
import type { Business } from './types.js'
import { wordList } from './word-list.js'
import { listOf, readWords } from './words.js'

/** How much a stem, a topic and a group of like words tell: the fewer facts have it, the more. */
export type Telling = {
  readonly stem: (stem: string) => number
  readonly topic: (topic: string) => number
  readonly kin: (group: number) => number
  /** What everybody asks with. */
  readonly isWeak: (stem: string) => boolean
  /** What the shop sells anyway. */
  readonly isSold: (stem: string) => boolean
  /** What is asked of a product whose price is known. */
  readonly isBeyond: (topic: string) => boolean
}

/** Counted once for each set of facts. */
export function tellingOf(
  entries: readonly Entry[],
  business: Business,
  messages: Messages,
): Telling {
  const [stems, topics] = [new Map<string, number>(), new Map<string, number>()]
  const kin = new Map<number, number>()
  const beside = new Map<string, number>()
  for (const entry of entries) {
    for (const topic of entry.beside.keys()) beside.set(topic, (beside.get(topic) ?? 0) + 1)
    for (const stem of entry.stems.keys()) stems.set(stem, (stems.get(stem) ?? 0) + 1)
    for (const group of entry.kin.keys()) kin.set(group, (kin.get(group) ?? 0) + 1)
    for (const [topic, weight] of entry.topics) {
      topics.set(topic, (topics.get(topic) ?? 0) + Math.min(1, weight))
    }
  }
  for (const [topic, count] of beside) if (!topics.has(topic)) topics.set(topic, count)
  const sold = new Set(readWords(business.sells, messages).map(({ stem }) => stem))
  const beyond = new Set(wordList(messages, 'asking.beyond'))
  const common = listOf(messages, 'asking.common')
  const weak = new Set(
    [...common, business.sells, business.name].flatMap((words) =>
      readWords(words, messages).flatMap(({ stem }) => [stem, ...familiesOf(stem)]),
    ),
  )
  for (const counts of [stems, topics]) {
    for (const [key, count] of counts) {
      const bare = counts === stems && (weak.has(key) || NUMBER.test(key))
      const part = bare ? WEIGHTS.weak : 1
      counts.set(key, part * Math.log(1 + entries.length / Math.max(FEWEST, count)))
    }
  }
  for (const [group, count] of kin) {
    kin.set(group, Math.log(1 + entries.length / Math.max(FEWEST, count)))
  }
  return {
    kin: (group) => kin.get(group) ?? 0,
    stem: (stem) => stems.get(stem) ?? 0,
    topic: (topic) => topics.get(topic) ?? 0,
    isWeak: (stem) => weak.has(stem),
    isSold: (stem) => sold.has(stem),
    isBeyond: (topic) => beyond.has(topic) && topics.has(topic),
  }
}

const NUMBER = /^\d+$/
/** A topic that one fact barely touches tells no more than one that is all it says. */
const FEWEST = 0.7
