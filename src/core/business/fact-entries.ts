import type { Messages } from '../messages.js'
import { type AnswerKind, answerKindsOf } from './answer-kinds.js'
import { WEIGHTS } from './fact-weights.js'
import { familiesOf } from './families.js'
import { type KinHit, kinOf } from './kin.js'
import { type Side, type TopicHit, topicsOf } from './topics.js'
import type { Business, Fact, Product } from './types.js'
import { readWords, type Word } from './words.js'

/** What can be known beforehand of a fact, or of the price of a product. */
export type Entry = {
  readonly id: string
  /** How much each stem and each topic tells of it. */
  readonly stems: ReadonlyMap<string, number>
  readonly topics: ReadonlyMap<string, number>
  /** The same of topics beside those. */
  readonly beside: ReadonlyMap<string, number>
  /** How much each group of words that say nearly the same tells of it. */
  readonly kin: ReadonlyMap<number, number>
  /** Phrases of the owner's that ask for it, by their stems. */
  readonly phrases: readonly (readonly string[])[]
  /** What a product is called, by the stems of each name; empty for a fact. */
  readonly names: readonly (readonly string[])[]
  readonly holds: ReadonlySet<AnswerKind>
  /** Work on what a customer brings: beside another product its name is not what is asked for. */
  readonly isWork: boolean
}

/** Before the id of a product, where its price is meant. */
export const PRICE_OF = 'precio:'

const VARIABLE = /\{[^}]*\}/g
/** Words of a text from first to last importance. */
const FADES = 14
const MIDDLE = 10

export function entriesOf(
  { facts, products, treatment }: Business,
  messages: Messages,
): readonly Entry[] {
  return [
    ...facts.map((fact) => entryOfFact(fact, fact.text[treatment].replace(VARIABLE, ''), messages)),
    ...products.map((product) => entryOfProduct(product, messages)),
  ]
}

function entryOfFact({ id, words, taught }: Fact, text: string, messages: Messages): Entry {
  const phrases = words.map((phrase) => readWords(phrase, messages))
  // What an owner taught has an id that says nothing.
  const name = taught ? [] : readWords(id.replaceAll('-', ' '), messages)
  const said = readWords(text, messages)
  const stems = new Map<string, number>()
  addAll(stems, stemsOf(said, WEIGHTS.text))
  addAll(stems, stemsOf(name, WEIGHTS.id))
  addAll(stems, shared(phrases.map((phrase) => stemsOf(phrase, WEIGHTS.phrase))))
  const kin = new Map<number, number>()
  const like = kinOf(messages).heard
  addAll(kin, kinIn(like(said), said, WEIGHTS.text))
  addAll(kin, kinIn(like(name), name, WEIGHTS.id))
  addAll(kin, shared(phrases.map((phrase) => kinIn(like(phrase), phrase, WEIGHTS.phrase))))
  const { heard } = topicsOf(messages)
  const about = new Map<string, number>()
  sumUp(about, told(heard(said, ['fact']), said, 1))
  sumUp(about, told(heard(name, BOTH), name, WEIGHTS.idTopic))
  sumUp(
    about,
    shared(phrases.map((phrase) => told(heard(phrase, BOTH), phrase, WEIGHTS.phraseTopic))),
  )
  addFamilies(stems)
  return {
    id,
    stems,
    topics: saturated(about),
    beside: besideOf(saturated(about), topicsOf(messages).beside),
    kin,
    phrases: phrases.map(content).filter((phrase) => phrase.length > 1),
    names: [],
    holds: answerKindsOf(messages).held(text),
    isWork: false,
  }
}

const BOTH: readonly Side[] = ['ask', 'fact']

function entryOfProduct({ id, words, ownGarment }: Product, messages: Messages): Entry {
  const names = words.map((name) => readWords(name, messages))
  const stems = new Map<string, number>()
  for (const name of names) addAll(stems, stemsOf(name, WEIGHTS.named))
  const kin = new Map<number, number>()
  const about = new Map<string, number>()
  const { heard } = topicsOf(messages)
  for (const name of names) addAll(kin, kinIn(kinOf(messages).heard(name), name, WEIGHTS.named))
  for (const name of names) addAll(about, told(heard(name, []), name, WEIGHTS.phraseTopic))
  return {
    id: `${PRICE_OF}${id}`,
    stems,
    topics: saturated(about),
    beside: new Map(),
    kin,
    phrases: [],
    names: names.map(content).filter((name) => name.length > 0),
    holds: new Set<AnswerKind>(['money']),
    isWork: ownGarment,
  }
}

/** The stems of the words that are not small. */
export function content(words: readonly Word[]): readonly string[] {
  return words.filter(({ small }) => !small).map(({ stem }) => stem)
}

function stemsOf(words: readonly Word[], weight: number): ReadonlyMap<string, number> {
  const stems = content(words)
  const found = new Map<string, number>()
  stems.forEach((stem, at) => {
    raise(found, stem, (weight * fadingAt(at)) / sizeOf(stems.length))
  })
  return found
}

/** What is said of a word is said, a little less, of its family. */
function addFamilies(stems: Map<string, number>): void {
  for (const [stem, weight] of [...stems]) {
    for (const family of familiesOf(stem)) raise(stems, family, WEIGHTS.family * weight)
  }
}

function kinIn(
  hits: readonly KinHit[],
  words: readonly Word[],
  weight: number,
): ReadonlyMap<number, number> {
  const size = sizeOf(content(words).length)
  const found = new Map<number, number>()
  for (const { groups, at } of hits) {
    const tells = (weight * fadingAt(content(words.slice(0, at)).length)) / size
    for (const group of groups) raise(found, group, tells)
  }
  return found
}

/** A word further back tells less. */
function fadingAt(at: number): number {
  return 1 - (1 - WEIGHTS.late) * Math.min(1, at / FADES)
}

/** How long a text is, against others. */
function sizeOf(words: number): number {
  const { length } = WEIGHTS
  return 1 - length + length * Math.min(2, Math.max(0.5, words / MIDDLE))
}

/** Topics told by several phrases are told the more; the same phrase again adds nothing. */
function told(
  hits: readonly TopicHit[],
  words: readonly Word[],
  weight: number,
): ReadonlyMap<string, number> {
  const phrases = new Map<string, readonly [topic: string, weight: number]>()
  for (const hit of hits) {
    const key = words.slice(hit.at, hit.at + hit.length).map(({ stem }) => stem)
    const fading = 1 - (1 - WEIGHTS.late) * Math.min(1, hit.at / (2 * FADES))
    const id = `${hit.topic} ${key.join(' ')}`
    if (!phrases.has(id)) phrases.set(id, [hit.topic, weight * fading * weightOf(hit)])
  }
  const found = new Map<string, number>()
  for (const [topic, each] of phrases.values()) found.set(topic, (found.get(topic) ?? 0) + each)
  return found
}

/** How surely a phrase tells a topic. */
export function weightOf({ length, shared: topics, hint }: TopicHit): number {
  return ((hint ? WEIGHTS.hint : 1) * (length > 1 ? WEIGHTS.long : 1)) / topics ** WEIGHTS.split
}

/** What few of the phrases have tells less than what all of them have. */
function shared<K>(parts: readonly ReadonlyMap<K, number>[]): ReadonlyMap<K, number> {
  const most = new Map<K, number>()
  const times = new Map<K, number>()
  for (const part of parts) {
    for (const [key, weight] of part) {
      raise(most, key, weight)
      times.set(key, (times.get(key) ?? 0) + 1)
    }
  }
  for (const [key, count] of times) {
    most.set(key, (most.get(key) ?? 0) * Math.sqrt(count / parts.length))
  }
  return most
}

function saturated(topics: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const { few } = WEIGHTS
  return new Map([...topics].map(([topic, sum]) => [topic, (sum * (1 + few)) / (sum + few)]))
}

/** The topics beside those that a fact is about. */
function besideOf(
  topics: ReadonlyMap<string, number>,
  beside: (topic: string) => readonly string[],
): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const [topic, weight] of topics) {
    for (const next of beside(topic)) {
      if (!topics.has(next)) raise(found, next, WEIGHTS.near * weight)
    }
  }
  return found
}

function addAll<K>(into: Map<K, number>, from: ReadonlyMap<K, number>): void {
  for (const [key, weight] of from) raise(into, key, weight)
}

function sumUp(into: Map<string, number>, from: ReadonlyMap<string, number>): void {
  for (const [key, weight] of from) into.set(key, (into.get(key) ?? 0) + weight)
}

function raise<K>(into: Map<K, number>, key: K, weight: number): void {
  into.set(key, Math.max(into.get(key) ?? 0, weight))
}
