import type { Messages } from '../messages.js'
import { fold } from '../understanding/normalise.js'
import { wordList } from './word-list.js'

/** A word as it was written, folded, and what it shares with its like. */
export type Stem = { readonly word: string; readonly stem: string }

/** Cuts words to what they share with their like. */
export type Stemmer = {
  /** The words of a text that say what it is about, each stem once. */
  readonly stems: (text: string) => readonly Stem[]
  /** The groups of words that mean nearly the same: of this very word, else of its stem. */
  readonly groupsOf: (stem: Stem) => readonly string[]
  /** The stems of those words. */
  readonly known: () => readonly string[]
}

/** A shorter stem is that of too many words for a synonym of one to be one of all. */
const TELLING = 5
const NONE: readonly string[] = []

export function createStemmer(messages: Messages): Stemmer {
  const filler = new Set(wordList(messages, 'order.small_words'))
  const groups = new Map<string, string[]>()
  const add = (key: string, group: string): void => {
    const known = groups.get(key) ?? []
    if (!known.includes(group)) groups.set(key, [...known, group])
  }
  wordList(messages, 'order.synonyms').forEach((group, at) => {
    for (const word of group.split(' ')) {
      add(`=${word}`, `#${at}`)
      if (stemOf(word).length >= TELLING) add(stemOf(word), `#${at}`)
    }
  })
  return {
    known: () => [...groups.keys()],
    stems: (text) => stemsOf(text, filler),
    groupsOf: ({ word, stem }) => groups.get(`=${word}`) ?? groups.get(stem) ?? NONE,
  }
}

function stemsOf(text: string, filler: ReadonlySet<string>): readonly Stem[] {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
  const kept = words.filter((word) => !filler.has(word))
  return [...new Map(kept.map((word) => [stemOf(word), { word, stem: stemOf(word) }])).values()]
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
