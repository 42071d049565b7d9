import type { Messages } from '../messages.js'
import { type Entry, entriesOf } from './fact-entries.js'
import { WEIGHTS } from './fact-weights.js'
import { createNearest } from './nearest.js'
import { type AskedOf, type Unit, unitsOf } from './question-units.js'
import { topicsOf } from './topics.js'
import type { Business } from './types.js'
import { wordList } from './word-list.js'
import { readWords, type Word } from './words.js'

export { PRICE_OF } from './fact-entries.js'

/** A fact that may answer, or the price of a product; the better it fits, the higher its score. */
export type FactHit = { readonly id: string; readonly score: number }

/** Facts that a question may be about, the best first, at most `most` of them. */
export type FactIndex = (question: string, most: number) => readonly FactHit[]

type Told = Omit<AskedOf, 'units'> & {
  readonly units: readonly (Unit & { readonly worth: number })[]
}

/** How much a stem and a topic tell: the fewer facts have it, the more. */
type Telling = {
  readonly stem: (stem: string) => number
  readonly topic: (topic: string) => number
  readonly isWeak: (stem: string) => boolean
}

/**
 * The business's knowledge by its words and by what they are about: stems, the topics of `data/messages`,
 * the kind of answer that is wanted, and words one letter away. Built when the facts change; a question
 * costs a fraction of a millisecond.
 */
export function createFactIndex(business: Business, messages: Messages): FactIndex {
  const entries = entriesOf(business, messages)
  const telling = tellingOf(entries, business, messages)
  const topics = topicsOf(messages)
  const own = new Set(entries.flatMap((entry) => [...entry.stems.keys()]))
  const nearest = createNearest(own)
  const mend = (word: Word): Word => {
    if (word.small || own.has(word.stem) || topics.stems.has(word.stem)) return word
    const stem = nearest(word) ?? topics.nearest(word)
    return stem === undefined ? word : { ...word, stem }
  }
  return (question, most) => {
    const { units, ...rest } = unitsOf(question, mend, messages)
    // What no fact has to do with tells nothing.
    const told = units.flatMap((unit) => {
      const worth = unit.weight * worthOf(unit, telling)
      return worth > 0 ? [{ ...unit, worth }] : []
    })
    const asked = { ...rest, units: told }
    return entries
      .map((entry) => ({ id: entry.id, score: scoreOf(entry, asked, telling) }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score)
      .slice(0, most)
  }
}

function tellingOf(entries: readonly Entry[], business: Business, messages: Messages): Telling {
  const [stems, topics] = [new Map<string, number>(), new Map<string, number>()]
  for (const entry of entries) {
    for (const stem of entry.stems.keys()) stems.set(stem, (stems.get(stem) ?? 0) + 1)
    for (const [topic, weight] of entry.topics) {
      topics.set(topic, (topics.get(topic) ?? 0) + Math.min(1, weight))
    }
  }
  const weak = new Set(
    [...wordList(messages, 'order.weak_words'), business.sells].flatMap((words) =>
      readWords(words, messages).map(({ stem }) => stem),
    ),
  )
  for (const counts of [stems, topics]) {
    for (const [key, count] of counts) {
      const part = counts === stems && weak.has(key) ? WEIGHTS.weak : 1
      counts.set(key, part * Math.log(1 + entries.length / Math.max(FEWEST, count)))
    }
  }
  return {
    stem: (stem) => stems.get(stem) ?? 0,
    topic: (topic) => topics.get(topic) ?? 0,
    isWeak: (stem) => weak.has(stem),
  }
}

/** A topic that one fact barely touches tells no more than one that is all it says. */
const FEWEST = 0.7

function scoreOf(entry: Entry, asked: Told, telling: Telling): number {
  const heard = new Map<string, number>()
  let [sum, covered, total] = [0, 0, 0]
  for (const unit of asked.units) {
    const byWords = unit.stems.reduce(
      (all, stem) => all + telling.stem(stem) * (entry.stems.get(stem) ?? 0),
      0,
    )
    const byTopic = WEIGHTS.topic * topicOf(unit, entry, telling, heard)
    const better = unit.weight * Math.max(byWords, byTopic)
    sum += better + unit.weight * WEIGHTS.both * Math.min(byWords, byTopic)
    total += unit.worth
    covered += Math.min(unit.worth, better)
  }
  if (total === 0) return 0
  const part = 1 - WEIGHTS.cover + (WEIGHTS.cover * covered) / total
  const fits = sum * part + WEIGHTS.whole * wholeOf(entry, asked, telling)
  const { wanted } = asked
  const holds = [...wanted].some((kind) => entry.holds.has(kind))
  const kind = wanted.size === 0 ? 1 : holds ? WEIGHTS.match : WEIGHTS.miss
  return fits * kind + pricedOf(entry, asked, telling)
}

/** The most that a word or phrase could tell of any fact. */
function worthOf({ stems, topics }: Unit, telling: Telling): number {
  return Math.max(
    0,
    ...stems.map(telling.stem),
    ...topics.map(([topic, weight]) => Math.min(1, weight) * telling.topic(topic)),
  )
}

/** `heard` counts how often this question told each topic before. */
function topicOf(unit: Unit, entry: Entry, telling: Telling, heard: Map<string, number>): number {
  let most = 0
  for (const [topic, weight] of unit.topics) {
    const about = entry.topics.get(topic)
    if (about === undefined) continue
    const before = heard.get(topic) ?? 0
    most = Math.max(most, weight * telling.topic(topic) * about * WEIGHTS.again ** before)
    heard.set(topic, before + 1)
  }
  return most
}

/** How much the best of the owner's phrases tells that stands in the question. */
function wholeOf({ phrases }: Entry, { stems }: Told, telling: Telling): number {
  let most = 0
  for (const phrase of phrases) {
    if (!phrase.every((stem) => stems.has(stem))) continue
    most = Math.max(
      most,
      phrase.reduce((sum, stem) => sum + telling.stem(stem), 0),
    )
  }
  return most
}

/** What a product earns by being named beside a word for its price, or beside nothing that tells more. */
function pricedOf({ names }: Entry, asked: Told, telling: Telling): number {
  const named = names.filter((name) => name.every((stem) => asked.stems.has(stem)))
  if (named.length === 0) return 0
  const isAll = named.some((name) => asked.units.every((unit) => isOf(unit, name, telling)))
  if (isAll || named.some((name) => name.every((stem) => asked.priced.has(stem)))) {
    return WEIGHTS.priced
  }
  return asked.wanted.has('money') ? WEIGHTS.beside : 0
}

/** Whether a word is of the name, or of those that everybody asks with. */
function isOf({ stems, topics }: Unit, name: readonly string[], telling: Telling): boolean {
  if (stems.every((stem) => name.includes(stem))) return true
  if (topics.some(([topic, weight]) => weight > WEIGHTS.hint && telling.topic(topic) > 0))
    return false
  return stems.every((stem) => name.includes(stem) || telling.isWeak(stem))
}
