import type { Entry } from './fact-entries.js'
import type { Telling } from './fact-telling.js'
import { WEIGHTS } from './fact-weights.js'
import { pricedOf } from './product-named.js'
import type { AskedOf, Told, Unit } from './question-units.js'

/** A word or phrase with the most that it could tell of any fact. */
type Weighed = Unit & { readonly worth: number }

/** What was asked, without the words of which nothing is known. */
export type Asked = Omit<AskedOf, 'units' | 'parts'> & {
  readonly units: readonly Weighed[]
  /** How many those are. */
  readonly other: number
}

/** Words of which no fact has anything tell nothing. */
export function weighed({ units, ...rest }: Omit<AskedOf, 'parts'>, telling: Telling): Asked {
  const all = units.map((unit) => ({ ...unit, worth: unit.weight * worthOf(unit, telling) }))
  const isOther = ({ stems, worth }: Weighed): boolean =>
    worth === 0 && stems.some((stem) => !telling.isWeak(stem))
  return {
    ...rest,
    units: all.filter(({ worth }) => worth > 0),
    other: all.filter(isOther).length,
  }
}

const LEAST = 0.001

/** How well a fact fits; `late` is where its owner wrote it, from 0 to 1. */
export function scoreOf(entry: Entry, asked: Asked, telling: Telling, late: number): number {
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
  return Math.max(bare, WEIGHTS.kin * alike * weakOf(stems, telling))
}

function kinWorth({ stems, kin }: Told, telling: Telling): number {
  return WEIGHTS.kin * weakOf(stems, telling) * Math.max(0, ...kin.map(telling.kin))
}

/** A word that everybody asks with tells little, also of what is like it. */
function weakOf(stems: readonly string[], telling: Telling): number {
  return stems.length === 1 && stems.every(telling.isWeak) ? WEIGHTS.weak : 1
}

/** The most that a word or phrase could tell of any fact. */
function worthOf({ told, topics }: Unit, telling: Telling): number {
  return Math.max(
    0,
    ...told.flatMap(({ ways }) => ways.flat()).map(telling.stem),
    ...told.map((each) => kinWorth(each, telling)),
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
