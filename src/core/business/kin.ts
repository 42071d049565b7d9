import type { Messages } from '../messages.js'
import { createNearest, type Nearest } from './nearest.js'
import { createPhrases } from './phrases.js'
import { wordList } from './word-list.js'
import { readWords, type Word } from './words.js'

/** `length` words from the word `at` on say nearly the same as all others of these groups. */
export type KinHit = {
  readonly groups: readonly number[]
  readonly at: number
  readonly length: number
}

type Kin = {
  /** `counts` leaves out groups of which nothing is known. */
  readonly heard: (words: readonly Word[], counts?: (group: number) => boolean) => readonly KinHit[]
  /** Every stem of the groups. */
  readonly stems: ReadonlySet<string>
  readonly nearest: Nearest
}

const PREFIX = 'kin.'
const known = new WeakMap<Messages, Kin>()

/** Words that say nearly the same ("volantes, flyers"), by the groups under `kin` of `data/messages`; read once. */
export function kinOf(messages: Messages): Kin {
  const before = known.get(messages)
  if (before !== undefined) return before
  const phrases = createPhrases<number>()
  const lines = Object.keys(messages)
    .filter((key) => key.startsWith(PREFIX))
    .flatMap((key) => wordList(messages, key))
  lines.forEach((line, group) => {
    for (const phrase of line.split(',')) phrases.add(readWords(phrase, messages), group)
  })
  const kin: Kin = {
    heard: (words, counts = () => true) =>
      phrases
        .find(words, counts)
        .map(({ marks, at, length }) => ({ groups: [...new Set(marks)], at, length })),
    stems: phrases.stems,
    nearest: createNearest(phrases.stems),
  }
  known.set(messages, kin)
  return kin
}
