import type { Messages } from '../messages.js'
import { fold } from '../understanding/normalise.js'
import { wordList } from './word-list.js'

/** Cuts words to what they share with their like. */
export type Stemmer = {
  /** The words of a text that say what it is about, each once, cut to their stems. */
  readonly stems: (text: string) => readonly string[]
  /** Of a stem, the groups of words that mean nearly the same. */
  readonly groups: ReadonlyMap<string, readonly string[]>
}

export function createStemmer(messages: Messages): Stemmer {
  const filler = new Set(wordList(messages, 'order.small_words'))
  const groups = new Map<string, string[]>()
  wordList(messages, 'order.synonyms').forEach((group, at) => {
    for (const word of group.split(' ')) {
      const stem = stemOf(word)
      groups.set(stem, [...(groups.get(stem) ?? []), `#${at}`])
    }
  })
  return { stems: (text) => stemsOf(text, filler), groups }
}

function stemsOf(text: string, filler: ReadonlySet<string>): readonly string[] {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
  return [...new Set(words.filter((word) => !filler.has(word)).map(stemOf))]
}

/** Plurals, genders and the commonest endings of verbs: "bordan", "bordado", "bordar" are one. */
const ENDINGS = [
  'ciones',
  'cion',
  'amos',
  'emos',
  'imos',
  'ando',
  'iendo',
  'ados',
  'adas',
  'idos',
  'idas',
  'ado',
  'ada',
  'ido',
  'ida',
  'aran',
  'eran',
  'arme',
  'arlo',
  'arla',
  'arlas',
  'arlos',
  'aria',
  'ar',
  'er',
  'ir',
  'an',
  'en',
  'es',
  'as',
  'os',
  'o',
  'a',
  'e',
  's',
] as const
const SHORTEST = 3

export function stemOf(word: string): string {
  const ending = ENDINGS.find(
    (each) => word.endsWith(each) && word.length - each.length >= SHORTEST,
  )
  return ending === undefined ? word : word.slice(0, -ending.length)
}
