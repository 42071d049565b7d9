import { squeeze } from './normalise.js'
import { eachWord, parsePhrase } from './phrase.js'
import type { Scale, Token, Word } from './token.js'
import { tokenise } from './tokens.js'
import { addPhrase, createTrie, type Node, type Trie } from './trie.js'
import { correctTypo, indexTypos, type Typos } from './typo.js'

/** One file of the lexicon; see data/lexicon/README.md. */
export type LexiconPart = {
  readonly aliases?: Readonly<Record<string, string>>
  readonly groups?: Readonly<Record<string, readonly string[]>>
  readonly numbers?: Readonly<Record<string, number>>
  readonly scales?: Readonly<Record<string, readonly string[]>>
  readonly months?: readonly (readonly string[])[]
  readonly weekdays?: readonly (readonly string[])[]
  readonly phrases?: Readonly<Record<string, Phrases>>
  readonly home?: Readonly<Record<string, string>>
  readonly known?: readonly string[]
  readonly trade_endings?: readonly string[]
}
export type Phrases = readonly string[] | Readonly<Record<string, readonly string[]>>

export type LexiconLanguage = {
  /** Countries that speak it; missing: all of them may. */
  readonly only?: readonly string[]
  readonly common: LexiconPart
  readonly countries: Readonly<Record<string, LexiconPart>>
}

/** The compiled words of every language (`bin/compile-lexicon.mjs` makes it out of data/lexicon). */
export type Lexicon = { readonly languages: Readonly<Record<string, LexiconLanguage>> }

/** A lexicon made ready for one country: look-ups only. */
export type Vocabulary = {
  readonly phrases: Node
  readonly words: ReadonlyMap<string, Word>
  readonly aliases: ReadonlyMap<string, string>
  readonly typos: Typos
  readonly currency: string | null
  /** How the names of trades end ("-logo", "-ista"). */
  readonly endings: readonly string[]
}

const prepared = new WeakMap<Lexicon, Map<string, Vocabulary>>()

/** The look-ups of one country, built at the first call and kept. */
export function vocabularyOf(lexicon: Lexicon, country: string): Vocabulary {
  let countries = prepared.get(lexicon)
  if (countries === undefined) {
    countries = new Map()
    prepared.set(lexicon, countries)
  }
  // Countries without words of their own share one, so that any text for a country costs nothing.
  const key = isListed(lexicon, country) ? country : ''
  const known = countries.get(key)
  if (known !== undefined) return known
  const made = prepareLexicon(lexicon, key)
  countries.set(key, made)
  return made
}

function isListed({ languages }: Lexicon, country: string): boolean {
  return Object.values(languages).some(({ only, common, countries }) => {
    if (Object.hasOwn(countries, country) || only?.includes(country)) return true
    return Object.hasOwn(common.home ?? {}, country)
  })
}

type Draft = {
  word: string
  groups: Set<string> | null
  number: number | null
  scale: Scale | null
  month: number | null
  weekday: number | null
}

/** Builds the look-ups of a country: the common words of each language it may hear, then its own. */
export function prepareLexicon(lexicon: Lexicon, country: string): Vocabulary {
  const parts = Object.values(lexicon.languages)
    .filter((language) => language.only === undefined || language.only.includes(country))
    .flatMap((language) => [language.common, language.countries[country] ?? {}])
  const words = new Map<string, Draft>()
  const aliases = new Map<string, string>()
  const trie = createTrie()
  let currency: string | null = null
  for (const part of parts) {
    currency = part.home?.[country] ?? currency
    for (const [short, full] of Object.entries(part.aliases ?? {})) aliases.set(short, full)
    addWords(words, part)
  }
  for (const part of parts) addPhrases(trie, words, part.phrases ?? {}, currency)
  resolveHome(words, currency)
  for (const part of parts) {
    for (const word of part.known ?? []) if (!words.has(word)) draft(words, word).groups = SHIELDED
  }
  const endings = parts.flatMap((part) => part.trade_endings ?? [])
  const known = [...words.keys()].filter((word) => word.length > 5)
  return { phrases: trie.root, words, aliases, typos: indexTypos(known), currency, endings }
}

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
    const scale = { factor: Number(factor), currency: currency ?? null }
    for (const member of members) draft(words, member).scale = scale
  }
  part.months?.forEach((names, i) => {
    for (const name of names) draft(words, name).month = i + 1
  })
  part.weekdays?.forEach((names, i) => {
    for (const name of names) draft(words, name).weekday = i + 1
  })
}

function addPhrases(
  trie: Trie,
  words: Map<string, Draft>,
  phrases: Readonly<Record<string, Phrases>>,
  home: string | null,
): void {
  for (const [tag, lines] of Object.entries(phrases)) {
    const table = isList(lines) ? { '': lines } : lines
    for (const [key, list] of Object.entries(table)) {
      const value = tag === 'currency' && key === 'home' ? (home ?? '') : key
      for (const line of list) {
        const sequence = parsePhrase(line)
        addPhrase(trie, sequence, { tag, value })
        eachWord(sequence, (word) => draft(words, word))
      }
    }
  }
}

function isList(lines: Phrases): lines is readonly string[] {
  return Array.isArray(lines)
}

function resolveHome(words: Map<string, Draft>, home: string | null): void {
  for (const word of words.values()) {
    if (word.scale?.currency === 'home') {
      word.scale = { factor: word.scale.factor, currency: home }
    }
  }
}

/** Words known only so that they are not corrected. */
const SHIELDED = new Set(['shielded'])
const UNKNOWN: Omit<Word, 'word'> = {
  groups: null,
  number: null,
  scale: null,
  month: null,
  weekday: null,
}

/** Cuts a text into tokens that know what the lexicon says of them. */
export function readTokens(text: string, vocabulary: Vocabulary): Token[] {
  let counts = false
  return tokenise(text).map((lexeme) => {
    const found = lexeme.kind === 'word' ? lookUp(lexeme.text, vocabulary, counts) : undefined
    counts = lexeme.kind === 'number'
    const { word, groups, number, scale, month, weekday } = found ?? {
      ...UNKNOWN,
      word: lexeme.text,
    }
    const known = found !== undefined
    const { kind, start, end, glued } = lexeme
    return {
      kind,
      text: lexeme.text,
      start,
      end,
      glued,
      word,
      groups,
      number,
      scale,
      month,
      weekday,
      known,
    }
  })
}

/** `counts`: a number stands before it, so that "k" is a thousand and not "que". */
function lookUp(
  text: string,
  { words, aliases, typos }: Vocabulary,
  counts: boolean,
): Word | undefined {
  if (counts && words.get(text)?.scale) return words.get(text)
  const alias = aliases.get(text)
  if (alias !== undefined) return words.get(alias) ?? { ...UNKNOWN, word: alias }
  const exact = words.get(text)
  if (exact !== undefined) return exact
  for (let keep = 2; keep > 0; keep -= 1) {
    const short = squeeze(text, keep)
    if (short === text) continue
    const found = words.get(aliases.get(short) ?? short)
    if (found !== undefined) return found
  }
  const corrected = correctTypo(text, typos, (word) => words.has(word))
  return corrected === null ? undefined : words.get(corrected)
}
