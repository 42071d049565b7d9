import type { Messages } from '../messages.js'
import { type AnswerKind, answerKindsOf } from './answer-kinds.js'
import { asksWhetherMade } from './asks-made.js'
import { clausesOf } from './clauses.js'
import { content, weightOf } from './fact-entries.js'
import { WEIGHTS } from './fact-weights.js'
import { familyOf } from './families.js'
import { kinOf } from './kin.js'
import { topicsOf } from './topics.js'
import { wordList } from './word-list.js'
import { readWords, type Word } from './words.js'

/** Words that say one thing: their stems but the small ones, and the groups of words that say nearly the same. */
export type Told = {
  readonly stems: readonly string[]
  /** Each stem and the keys of its family. */
  readonly ways: readonly (readonly string[])[]
  readonly kin: readonly number[]
}

/** A word or phrase of a question: what it says, the topics it tells, and its weight. */
export type Unit = {
  readonly stems: readonly string[]
  readonly told: readonly Told[]
  readonly topics: readonly (readonly [topic: string, weight: number])[]
  readonly weight: number
}

export type AskedOf = {
  readonly units: readonly Unit[]
  readonly wanted: ReadonlySet<AnswerKind>
  readonly stems: ReadonlySet<string>
  /** Those of the parts that ask for a price. */
  readonly priced: ReadonlySet<string>
  /** Whether something is made or sold here at all, and not for how much. */
  readonly made: boolean
  /** All stems of each part in order, the small ones too. */
  readonly parts: readonly (readonly string[])[]
}

/** Of which topics, and of which groups of like words, something is known. */
export type Known = {
  readonly topic: (topic: string) => boolean
  readonly kin: (group: number) => boolean
}

type Reading = {
  readonly mend: (word: Word) => Word
  readonly known: Known
}

/** What a question holds; `mend` puts a word that is known in place of one that is not, and of some topics nothing is known. */
export function unitsOf(question: string, { mend, known }: Reading, messages: Messages): AskedOf {
  const kinds = answerKindsOf(messages)
  const units = new Map<string, Unit>()
  const wanted = new Set<AnswerKind>()
  const stems = new Set<string>()
  const priced = new Set<string>()
  const parts: (readonly string[])[] = []
  const clauses = clausesOf(question, (text) => kinds.asks(readWords(text, messages)))
  for (const { text, asks } of clauses) {
    const words = readWords(text, messages).map(mend)
    parts.push(words.map(({ stem }) => stem))
    const wants = asks ? kinds.wanted(words) : []
    for (const kind of wants) wanted.add(kind)
    for (const stem of content(words)) {
      stems.add(stem)
      if (wants.includes('money')) priced.add(stem)
    }
    for (const unit of unitsIn(words, messages, known)) {
      const key = [...unit.stems, ...unit.topics.map(([topic]) => `#${topic}`)].join(' ')
      const before = units.get(key)
      if (before === undefined || before.weight < unit.weight) units.set(key, unit)
    }
  }
  const made = !wanted.has('money') && asksWhetherMade(question, messages)
  return { units: [...units.values()], wanted, stems, priced, made, parts }
}

/** Phrases of a topic, and every other word by itself. */
export function unitsIn(
  words: readonly Word[],
  messages: Messages,
  known?: Known,
): readonly Unit[] {
  const hits = topicsOf(messages).heard(words, ['ask', 'hint'], known?.topic)
  const kin = new Map(
    kinOf(messages)
      .heard(words)
      .map((hit) => [hit.at, hit]),
  )
  const aside = circumstanceOf(words, messages)
  const units: Unit[] = []
  for (let at = 0; at < words.length; ) {
    const told: Told[] = []
    let end = at + (hits.find((hit) => hit.at === at)?.length ?? 1)
    for (let each = at; each < end; ) {
      const like = kin.get(each)
      const next = each + (like?.length ?? 1)
      const stems = content(words.slice(each, next))
      if (stems.length > 0 && !told.some((other) => same(other.stems, stems)))
        told.push({ stems, ways: stems.map(waysOf), kin: like?.groups ?? [] })
      end = Math.max(end, next)
      each = next
    }
    const topics = hits
      .filter((hit) => hit.at >= at && hit.at < end)
      .map((hit) => [hit.topic, weightOf(hit)] as const)
    const stems = told.flatMap((each) => each.stems)
    const weight = at < aside ? 1 : WEIGHTS.circumstance
    if (stems.length > 0 || topics.length > 0) units.push({ stems, told, topics, weight })
    at = end
  }
  return units
}

function waysOf(stem: string): readonly string[] {
  return [stem, ...familyOf(stem)]
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((stem, at) => stem === b[at])
}

/** From which word on a part says only when: "…when I get it" behind what is asked. */
function circumstanceOf(words: readonly Word[], messages: Messages): number {
  const when = wordList(messages, 'asking.when')
  const asking = wordList(messages, 'asking.before_when')
  const at = words.findIndex(
    ({ word }, place) =>
      when.includes(word) &&
      content(words.slice(0, place)).length > 0 &&
      !asking.includes(words[place - 1]?.word ?? ''),
  )
  return at < 0 ? words.length : at
}
