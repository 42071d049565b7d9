import { oneLetterAway } from '../owner/one-letter-away.js'
import { stemOf } from './stems.js'
import type { Word } from './words.js'

/** Shorter ones are too easily another. */
const LONG_WORD = 6
const LONG_STEM = 5

/** The stem that a word must have meant which has none of them; undefined when there is none. */
export type Nearest = (word: Word) => string | undefined

/**
 * Takes a word that stands nowhere for one of `stems`: the same made small ("perrito"), one that sounds
 * the same ("havren"), or one letter away.
 */
export function createNearest(stems: Iterable<string>): Nearest {
  const known = new Set(stems)
  const sounds = new Map([...known].toReversed().map((stem) => [soundOf(stem), stem]))
  const byLength = new Map<number, string[]>()
  for (const stem of known) {
    if (stem.length < LONG_STEM) continue
    byLength.set(stem.length, [...(byLength.get(stem.length) ?? []), stem])
  }
  return (word) =>
    plainOf(word.word, known) ?? sounds.get(soundOf(word.stem)) ?? misspelt(word, byLength)
}

const MADE_SMALL = /^(.{2,}?)(?:e?c)?(?:it|ic|ill|isim)[oa]s?$/
const ENDS = ['o', 'a', '', 'e']

/** What a word made small is of, where that is one of `known`: "perrito", "tarjetita". */
export function plainOf(word: string, known: ReadonlySet<string>): string | undefined {
  const plain = MADE_SMALL.exec(word)?.[1]
  if (plain === undefined) return undefined
  return ENDS.map((end) => stemOf(plain + end)).find((stem) => stem.length > 2 && known.has(stem))
}

function misspelt(
  { word, stem }: Word,
  byLength: ReadonlyMap<number, readonly string[]>,
): string | undefined {
  if (word.length < LONG_WORD || stem.length < LONG_STEM) return undefined
  for (const length of [stem.length, stem.length + 1, stem.length - 1]) {
    const near = byLength.get(length)?.find((other) => oneLetterAway(other, stem))
    if (near !== undefined) return near
  }
  return undefined
}

/** "braquets" and "brackets", "havren" and "abren". */
function soundOf(stem: string): string {
  return stem
    .replace(/(?<!c)h/g, '')
    .replace(/v/g, 'b')
    .replace(/qu|ck|k|c(?![ei])/g, 'k')
    .replace(/[cz]/g, 's')
    .replace(/ll/g, 'y')
    .replace(/g(?=[ei])/g, 'j')
    .replace(/(.)\1/g, '$1')
}
