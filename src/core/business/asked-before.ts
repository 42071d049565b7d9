import type { Messages } from '../messages.js'
import type { Entry } from './fact-entries.js'
import { isFamily } from './families.js'

/** What a question, or what a fact is about, in as many numbers as `SIZE`. */
export type Gist = Float32Array

/** What questions of before, whose answers are known, tell of a new one. */
export type AskedBefore = {
  /** Of the stems of each part of a question. */
  readonly ofQuestion: (parts: readonly (readonly string[])[]) => Gist
  readonly ofEntry: (entry: Entry) => Gist
}

/** How many numbers a gist has. */
export const SIZE = 32

/** A number is one letter of these: the middle one is nought. */
export const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const known = new WeakMap<Messages, AskedBefore>()

/**
 * By `asked` of `data/messages`, which `npm run bench -- learn` makes from the questions of `test/fixtures`:
 * one line for each word, pair of words, topic and stem of a fact. Read once.
 */
export function askedBefore(messages: Messages): AskedBefore {
  const before = known.get(messages)
  if (before !== undefined) return before
  const [words, facts] = [gistsOf(messages, 'asked.words'), gistsOf(messages, 'asked.facts')]
  const read: AskedBefore = {
    ofQuestion: (parts) => {
      const said = phrasesIn(parts).filter((phrase) => words.has(phrase))
      return sumOf(
        said.map((phrase) => [phrase, 1 / Math.sqrt(said.length)] as const),
        words,
      )
    },
    ofEntry: (entry) => sumOf(marksOf(entry), facts),
  }
  known.set(messages, read)
  return read
}

/** How much what a question is about is what a fact is about; below nought where it is something else. */
export function likenessOf(question: Gist, fact: Gist): number {
  let sum = 0
  for (let at = 0; at < SIZE; at += 1) sum += (question[at] ?? 0) * (fact[at] ?? 0)
  return sum
}

/** Each word and each two neighbours of the parts of a question, once. */
export function phrasesIn(parts: readonly (readonly string[])[]): readonly string[] {
  const found = new Set<string>()
  for (const part of parts) {
    part.forEach((stem, at) => {
      found.add(stem)
      const next = part[at + 1]
      if (next !== undefined) found.add(`${stem} ${next}`)
    })
  }
  return [...found]
}

/** What is known of a fact: its topics, its stems, and whether it is the price of a product. */
export function marksOf(entry: Entry): readonly (readonly [mark: string, weight: number])[] {
  const topics = [...entry.topics].map(([topic, weight]) => [`#${topic}`, weight] as const)
  const stems = [...entry.stems].filter(([stem]) => !isFamily(stem))
  const price = entry.names.length > 0 ? ([['$', 1]] as const) : []
  return [...topics, ...stems, ...price].map(([mark, weight]) => [mark, Math.min(MOST, weight)])
}

/** A fact that speaks of a thing again and again is not more about it than this. */
const MOST = 1.5

function sumOf(
  marks: readonly (readonly [mark: string, weight: number])[],
  gists: ReadonlyMap<string, Gist>,
): Gist {
  const sum = new Float32Array(SIZE)
  for (const [mark, weight] of marks) {
    const gist = gists.get(mark)
    if (gist === undefined) continue
    for (let at = 0; at < SIZE; at += 1) sum[at] = (sum[at] ?? 0) + weight * (gist[at] ?? 0)
  }
  return sum
}

/** Of lines such as "cuant demor|0.031|letters": what is meant, the worth of one step, the numbers. */
function gistsOf(messages: Messages, key: string): ReadonlyMap<string, Gist> {
  const text = messages[key]
  if (typeof text !== 'string') throw new Error(`message "${key}" should be a text`)
  const values = new Map([...LETTERS].map((letter, at) => [letter, at - LETTERS.length / 2]))
  const lines = text.split('\n').filter((line) => line !== '')
  return new Map(
    lines.map((line) => {
      const [mark = '', step = '0', letters = ''] = line.split('|')
      return [mark, Float32Array.from(letters, (each) => Number(step) * (values.get(each) ?? 0))]
    }),
  )
}
