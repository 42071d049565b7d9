import type { Messages } from '../messages.js'
import { type Entry, entriesOf } from './fact-entries.js'
import { WEIGHTS } from './fact-weights.js'
import { familiesOf, isFamily } from './families.js'
import { kinOf } from './kin.js'
import { createNearest, plainOf } from './nearest.js'
import { type AskedOf, type Known, type Told, type Unit, unitsOf } from './question-units.js'
import { topicsOf } from './topics.js'
import type { Business } from './types.js'
import { listOf, readWords, type Word } from './words.js'

export { PRICE_OF } from './fact-entries.js'

/** A fact that may answer, or the price of a product; the better it fits, the higher its score. */
export type FactHit = { readonly id: string; readonly score: number }

/** Facts that a question may be about, the best first, at most `most` of them. */
export type FactIndex = (question: string, most: number) => readonly FactHit[]

type Asked = Omit<AskedOf, 'units'> & {
  readonly units: readonly (Unit & { readonly worth: number })[]
}

/** How much a stem, a topic and a group of like words tell: the fewer facts have it, the more. */
type Telling = {
  readonly stem: (stem: string) => number
  readonly topic: (topic: string) => number
  readonly kin: (group: number) => number
  readonly isWeak: (stem: string) => boolean
  readonly isSold: (stem: string) => boolean
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
    const stem = nearest(word) ?? topics.nearest(word) ?? kin.nearest(word)
    return stem === undefined ? word : { ...word, stem }
  }
  const known: Known = {
    topic: (topic) => telling.topic(topic) > 0,
    kin: (group) => telling.kin(group) > 0,
  }
  return (question, most) => {
    const { units, ...rest } = unitsOf(question, { mend, known }, messages)
    // What no fact has to do with tells nothing.
    const told = units.flatMap((unit) => {
      const worth = unit.weight * worthOf(unit, telling)
      return worth > 0 ? [{ ...unit, worth }] : []
    })
    const asked = { ...rest, units: told }
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

function tellingOf(entries: readonly Entry[], business: Business, messages: Messages): Telling {
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
  }
}

const NUMBER = /^\d+$/
/** A topic that one fact barely touches tells no more than one that is all it says. */
const FEWEST = 0.7

const LEAST = 0.001

function scoreOf(entry: Entry, asked: Asked, telling: Telling, late: number): number {
  let [sum, covered, total] = [0, 0, 0]
  for (const unit of asked.units) {
    const byWords = unit.told.reduce((all, told) => all + wordsOf(told, entry, telling), 0)
    const byTopic = WEIGHTS.topic * topicOf(unit, entry, telling)
    const better = unit.weight * Math.max(byWords, byTopic)
    sum += better + unit.weight * WEIGHTS.both * Math.min(byWords, byTopic)
    total += unit.worth
    covered += Math.min(unit.worth, better)
  }
  const part = covered / Math.max(total, LEAST)
  const fits = sum * part + WEIGHTS.whole * wholeOf(entry, asked, telling)
  const { wanted } = asked
  const holds = [...wanted].some((kind) => entry.holds.has(kind))
  const kind = wanted.size === 0 || holds ? 1 : WEIGHTS.miss
  const base = holds ? WEIGHTS.base * (1 - late / 2) : 0
  return fits * kind + base + pricedOf(entry, asked, telling)
}

/** How much words tell by themselves, or by what is said in others for nearly the same. */
function wordsOf({ stems, ways, kin }: Told, entry: Entry, telling: Telling): number {
  let bare = 0
  for (const keys of ways) {
    let most = 0
    for (const key of keys) {
      const about = entry.stems.get(key)
      if (about !== undefined) most = Math.max(most, about * telling.stem(key))
    }
    bare += most
  }
  let alike = 0
  for (const group of kin) {
    const about = entry.kin.get(group)
    if (about !== undefined) alike = Math.max(alike, about * telling.kin(group))
  }
  const isWeak = stems.length === 1 && stems.every(telling.isWeak)
  return Math.max(bare, WEIGHTS.kin * alike * (isWeak ? WEIGHTS.weak : 1))
}

/** The most that a word or phrase could tell of any fact. */
function worthOf({ told, topics }: Unit, telling: Telling): number {
  return Math.max(
    0,
    ...told.flatMap(({ ways }) => ways.flat()).map(telling.stem),
    ...told.flatMap(({ kin }) => kin.map((group) => WEIGHTS.kin * telling.kin(group))),
    ...topics.map(([topic, weight]) => Math.min(1, weight) * telling.topic(topic)),
  )
}

/** How much the topics tell that a word or phrase is of. */
function topicOf(unit: Unit, entry: Entry, telling: Telling): number {
  const isSold = unit.stems.length === 1 && unit.stems.every(telling.isSold)
  const told = unit.topics.map(([topic, weight]) => {
    const about = entry.topics.get(topic) ?? entry.beside.get(topic) ?? 0
    return weight * telling.topic(topic) * about
  })
  return (isSold ? WEIGHTS.sold : 1) * Math.max(0, ...told)
}

/** How much the best of the owner's phrases tells that stands in the question. */
function wholeOf({ phrases }: Entry, { stems }: Asked, telling: Telling): number {
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

/** Whoever asks what belongs to a price does not ask for it. */
const GIVEN = 'included'

/** What a product earns by being named beside a word for its price, or beside nothing that tells more. */
function pricedOf({ names }: Entry, asked: Asked, telling: Telling): number {
  const named = names.filter((name) => name.every((stem) => asked.stems.has(stem)))
  if (named.length === 0) return 0
  const part = Math.max(...named.map((name) => partOf(name, asked, telling)))
  const isGiven = asked.units.some(({ topics }) =>
    topics.some(([topic, weight]) => topic === GIVEN && weight > WEIGHTS.hint),
  )
  const alone = part ** WEIGHTS.alone * (isGiven ? WEIGHTS.given : 1)
  if (part === 1 || named.some((name) => name.every((stem) => asked.priced.has(stem)))) {
    return WEIGHTS.priced * alone
  }
  return asked.wanted.has('money') ? WEIGHTS.beside * alone : 0
}

/** How much of all that was said is the name, or what everybody asks with. */
function partOf(name: readonly string[], { units }: Asked, telling: Telling): number {
  let [own, all] = [0, 0]
  for (const unit of units) {
    all += unit.worth
    if (isOf(unit, name, telling)) own += unit.worth
  }
  return all === 0 ? 1 : own / all
}

/** Whether a word is of the name, or of those that everybody asks with. */
function isOf({ stems, topics }: Unit, name: readonly string[], telling: Telling): boolean {
  if (stems.every((stem) => name.includes(stem))) return true
  if (topics.some(([topic, weight]) => weight > WEIGHTS.hint && telling.topic(topic) > 0))
    return false
  return stems.every((stem) => name.includes(stem) || telling.isWeak(stem))
}
