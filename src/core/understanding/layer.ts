import { type Automaton, openAutomaton } from './automaton.js'
import type { LexiconPart, Phrases } from './lexicon.js'
import { type Packed, pack } from './pack.js'
import { parsePhrase } from './phrase.js'
import type { Scale, Word } from './token.js'
import { addPhrase, createTrie } from './trie.js'
import { indexTypos, type Typos } from './typo.js'

/** One file of the lexicon made ready: look-ups only. Countries share the layers of their languages. */
export type Layer = {
  readonly phrases: Automaton
  /** Those of which more is said than that they stand in a phrase: see `entryIn`. */
  readonly words: ReadonlyMap<string, Word>
  readonly aliases: ReadonlyMap<string, string>
  readonly typos: Typos
}

type Draft = { -readonly [K in keyof Word]: Word[K] } & { groups: Set<string> | null }

const prepared = new WeakMap<LexiconPart, Layer>()

/** The look-ups of one file, built at the first call and kept as long as the file is. */
export function layerOf(part: LexiconPart): Layer {
  const known = prepared.get(part)
  if (known !== undefined) return known
  const made = prepareLayer(part)
  prepared.set(part, made)
  return made
}

/** Builds the look-ups of one file. */
function prepareLayer(part: LexiconPart): Layer {
  const words = new Map<string, Draft>()
  addWords(words, part)
  const phrases = openAutomaton(part.ready ?? packPhrases(part.phrases ?? {}))
  for (const word of part.known ?? []) {
    if (!words.has(word) && !phrases.words.has(word)) draft(words, word).groups = SHIELDED
  }
  const aliases = new Map(Object.entries(part.aliases ?? {}))
  let typos: Typos | null = null
  return {
    phrases,
    words,
    aliases,
    // Half as much work again, and most messages have no slip of the pen.
    get typos() {
      typos ??= indexTypos(new Set([...words.keys(), ...phrases.words.keys()]))
      return typos
    },
  }
}

/** What one file says of a word; undefined when it does not have it. */
export function entryIn({ words, phrases }: Layer, word: string): Word | undefined {
  return words.get(word) ?? (phrases.words.has(word) ? plain(word) : undefined)
}

/** A word that only stands in phrases. */
function plain(word: string): Draft {
  return { word, groups: null, number: null, scale: null, month: null, weekday: null }
}

/** Words known only so that they are not corrected. */
export const SHIELDED = new Set(['shielded'])

function draft(words: Map<string, Draft>, word: string): Draft {
  const old = words.get(word)
  if (old !== undefined) return old
  const made = plain(word)
  words.set(word, made)
  return made
}

function addWords(words: Map<string, Draft>, part: LexiconPart): void {
  for (const [group, members] of Object.entries(part.groups ?? {})) {
    for (const member of members) {
      const entry = draft(words, member)
      entry.groups ??= new Set()
      entry.groups.add(group)
    }
  }
  for (const [word, value] of Object.entries(part.numbers ?? {})) draft(words, word).number = value
  for (const [key, members] of Object.entries(part.scales ?? {})) {
    const [factor, currency] = key.split(' ')
    const scale: Scale = { factor: Number(factor), currency: currency ?? null }
    for (const member of members) draft(words, member).scale = scale
  }
  part.months?.forEach((names, i) => {
    for (const name of names) draft(words, name).month = i + 1
  })
  part.weekdays?.forEach((names, i) => {
    for (const name of names) draft(words, name).weekday = i + 1
  })
}

/** The automaton of phrases, as data. */
export function packPhrases(phrases: Readonly<Record<string, Phrases>>): Packed {
  const trie = createTrie()
  for (const [tag, lines] of Object.entries(phrases)) {
    const table = isList(lines) ? { '': lines } : lines
    for (const [value, list] of Object.entries(table)) {
      for (const line of list) addPhrase(trie, parsePhrase(line), { tag, value })
    }
  }
  return pack(trie.root)
}

function isList(lines: Phrases): lines is readonly string[] {
  return Array.isArray(lines)
}
