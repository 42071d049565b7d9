import type { LexiconPart, Phrases } from './lexicon.js'
import { unpack } from './pack.js'
import { eachWord, parsePhrase } from './phrase.js'
import type { Scale, Word } from './token.js'
import { addPhrase, createTrie, type Node } from './trie.js'
import { indexTypos, type Typos } from './typo.js'

/** One file of the lexicon made ready: look-ups only. Countries share the layers of their languages. */
export type Layer = {
  readonly phrases: Node
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
export function prepareLayer(part: LexiconPart): Layer {
  const words = new Map<string, Draft>()
  addWords(words, part)
  const spoken = spokenIn(part)
  for (const word of spoken.words) draft(words, word)
  for (const word of part.known ?? []) if (!words.has(word)) draft(words, word).groups = SHIELDED
  const aliases = new Map(Object.entries(part.aliases ?? {}))
  return { phrases: spoken.root, words, aliases, typos: indexTypos(words.keys()) }
}

/** Words known only so that they are not corrected. */
export const SHIELDED = new Set(['shielded'])

function draft(words: Map<string, Draft>, word: string): Draft {
  const old = words.get(word)
  if (old !== undefined) return old
  const made = { word, groups: null, number: null, scale: null, month: null, weekday: null }
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

/** The automaton of phrases, and every literal word in them. */
export function phrasesOf(phrases: Readonly<Record<string, Phrases>>): Spoken {
  const trie = createTrie()
  const words = new Set<string>()
  for (const [tag, lines] of Object.entries(phrases)) {
    const table = isList(lines) ? { '': lines } : lines
    for (const [value, list] of Object.entries(table)) {
      const mark = { tag, value }
      for (const line of list) {
        const sequence = parsePhrase(line)
        addPhrase(trie, sequence, mark)
        eachWord(sequence, (word) => words.add(word))
      }
    }
  }
  return { root: trie.root, words }
}

type Spoken = { readonly root: Node; readonly words: Iterable<string> }

function spokenIn({ ready, phrases }: LexiconPart): Spoken {
  if (ready === undefined) return phrasesOf(phrases ?? {})
  return { root: unpack(ready.automaton), words: ready.words }
}

function isList(lines: Phrases): lines is readonly string[] {
  return Array.isArray(lines)
}
