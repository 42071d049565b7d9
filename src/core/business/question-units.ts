import type { Messages } from '../messages.js'
import { type AnswerKind, answerKindsOf } from './answer-kinds.js'
import { clausesOf } from './clauses.js'
import { content, weightOf } from './fact-entries.js'
import { WEIGHTS } from './fact-weights.js'
import { topicsOf } from './topics.js'
import { readWords, type Word } from './words.js'

/** A word or phrase of a question: the stems in it that are not small, the topics it tells, and its weight. */
export type Unit = {
  readonly stems: readonly string[]
  readonly topics: readonly (readonly [topic: string, weight: number])[]
  readonly weight: number
}

export type AskedOf = {
  readonly units: readonly Unit[]
  readonly wanted: ReadonlySet<AnswerKind>
  readonly stems: ReadonlySet<string>
  /** Those of the parts that ask for a price. */
  readonly priced: ReadonlySet<string>
}

/** What a question holds; `mend` puts a word that is known in place of one that is not. */
export function unitsOf(question: string, mend: (word: Word) => Word, messages: Messages): AskedOf {
  const kinds = answerKindsOf(messages)
  const units = new Map<string, Unit>()
  const wanted = new Set<AnswerKind>()
  const stems = new Set<string>()
  const priced = new Set<string>()
  const clauses = clausesOf(question, (text) => kinds.asks(readWords(text, messages)))
  for (const { text, asks, aside } of clauses) {
    const words = readWords(text, messages).map(mend)
    const wants = asks ? kinds.wanted(words) : []
    for (const kind of wants) wanted.add(kind)
    for (const stem of content(words)) {
      stems.add(stem)
      if (wants.includes('money')) priced.add(stem)
    }
    for (const unit of unitsIn(words, asks ? 1 : aside ? WEIGHTS.aside : WEIGHTS.told, messages)) {
      const key = [...unit.stems, ...unit.topics.map(([topic]) => `#${topic}`)].join(' ')
      const before = units.get(key)
      if (before === undefined || before.weight < unit.weight) units.set(key, unit)
    }
  }
  return { units: [...units.values()], wanted, stems, priced }
}

/** Phrases of a topic, and every other word by itself. */
export function unitsIn(
  words: readonly Word[],
  weight: number,
  messages: Messages,
): readonly Unit[] {
  const units: Unit[] = []
  const hits = topicsOf(messages).heard(words, ['ask', 'hint'])
  for (let at = 0; at < words.length; at++) {
    const here = hits.filter((hit) => hit.at === at)
    const length = here[0]?.length ?? 1
    const stems = content(words.slice(at, at + length))
    const topics = here.map((hit) => [hit.topic, weightOf(hit)] as const)
    if (stems.length > 0 || topics.length > 0) units.push({ stems, topics, weight })
    at += length - 1
  }
  return units
}
