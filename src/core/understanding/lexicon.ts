import type { Automaton } from './automaton.js'
import { type Layer, layerOf } from './layer.js'
import type { Packed } from './pack.js'
import { lookUp, UNKNOWN } from './recognise.js'
import { type Tellers, tellersOf } from './tellers.js'
import type { Token, Word } from './token.js'
import { tokenise } from './tokens.js'

/** One file of the lexicon; see data/lexicon/README.md. */
export type LexiconPart = {
  readonly aliases?: Readonly<Record<string, string>>
  readonly groups?: Readonly<Record<string, readonly string[]>>
  readonly numbers?: Readonly<Record<string, number>>
  readonly scales?: Readonly<Record<string, readonly string[]>>
  readonly months?: readonly (readonly string[])[]
  readonly weekdays?: readonly (readonly string[])[]
  readonly phrases?: Readonly<Record<string, Phrases>>
  /** The phrases as the build left them, in place of `phrases`. */
  readonly ready?: Packed
  readonly home?: Readonly<Record<string, string>>
  readonly known?: readonly string[]
  readonly trade_endings?: readonly string[]
  /** Of verbs; one with a dash before it only where its last letter is written with an accent. */
  readonly past_endings?: readonly string[]
}
export type Phrases = readonly string[] | Readonly<Record<string, readonly string[]>>

type LexiconLanguage = {
  /** Countries that speak it; missing: all of them may. */
  readonly only?: readonly string[]
  readonly common: LexiconPart
  readonly countries: Readonly<Record<string, LexiconPart>>
}

/** The compiled words of every language (`bin/compile-lexicon.mjs` makes it out of data/lexicon). */
export type Lexicon = { readonly languages: Readonly<Record<string, LexiconLanguage>> }

/** What one country hears: its own layers before the common ones, the later language first. */
export type Vocabulary = {
  readonly layers: readonly Layer[]
  readonly automata: readonly Automaton[]
  readonly currency: string | null
  /** Words that only one language has, of every language, whether or not it is heard here. */
  readonly tells: Tellers
  /** The same of words that tell it alone at the beginning of a short message. */
  readonly opens: Tellers
  /** How the names of trades end ("-logo", "-ista"). */
  readonly endings: readonly string[]
  /** How verbs of the past end: in any spelling, and with an accent on the last letter. */
  readonly past: { readonly any: readonly string[]; readonly accented: readonly string[] }
  /** Words put together out of the layers so far; only ever grows by words of the lexicon. */
  readonly joined: Map<string, Word>
  /** What words of messages turned out to be, null for unknown ones: most come again and again. */
  readonly met: Map<string, Word | null>
}

const prepared = new WeakMap<Lexicon, Map<string, Vocabulary>>()

/**
 * The look-ups of one country, kept. They are built when first looked into: the words that all
 * countries share take longer than the rest of a start, which `warmUp` lets go first. `also` is a
 * language heard besides: whoever writes Portuguese to a shop in Bogotá is read in it.
 */
export function vocabularyOf(lexicon: Lexicon, country: string, also = ''): Vocabulary {
  let countries = prepared.get(lexicon)
  if (countries === undefined) {
    countries = new Map()
    prepared.set(lexicon, countries)
  }
  const ready = countries.get(country + also)
  if (ready !== undefined) return ready
  // Countries without words of their own share one, so that any text for a country costs nothing.
  const key = isListed(lexicon, country) ? country : ''
  const made = countries.get(key + also) ?? prepareLexicon(lexicon, key, also)
  countries.set(key + also, made)
  return made
}

/** Builds the look-ups of one country now, so that whoever writes first does not wait for them. */
export function warmUp(lexicon: Lexicon, country: string): void {
  vocabularyOf(lexicon, country).layers.at(0)
}

/** The countries whose currency is known, by their codes. */
export function homesOf({ languages }: Lexicon): readonly string[] {
  const homes = Object.values(languages).flatMap(({ common }) => Object.keys(common.home ?? {}))
  return [...new Set(homes)].sort()
}

function isListed({ languages }: Lexicon, country: string): boolean {
  return Object.values(languages).some(({ only, common, countries }) => {
    if (Object.hasOwn(countries, country) || only?.includes(country)) return true
    return Object.hasOwn(common.home ?? {}, country)
  })
}

/** The look-ups of a country: the common words of each language it may hear, and its own. */
export function prepareLexicon(lexicon: Lexicon, country: string, also = ''): Vocabulary {
  const parts = Object.entries(lexicon.languages)
    .filter(([name, { only }]) => only === undefined || only.includes(country) || name === also)
    .flatMap(([, { common, countries }]) => {
      const own = Object.hasOwn(countries, country) ? countries[country] : undefined
      return own === undefined ? [common] : [common, own]
    })
  let currency: string | null = null
  for (const { home } of parts) currency = home?.[country] ?? currency
  const endings = parts.flatMap((part) => part.trade_endings ?? [])
  const past = parts.flatMap((part) => part.past_endings ?? [])
  let ready: Looks | null = null
  const looks = (): Looks => {
    ready ??= looksInto(parts)
    return ready
  }
  return {
    get layers() {
      return looks().layers
    },
    get automata() {
      return looks().automata
    },
    currency,
    endings,
    past: {
      any: past.filter((ending) => !ending.startsWith('-')),
      accented: past.filter((ending) => ending.startsWith('-')).map((ending) => ending.slice(1)),
    },
    tells: tellersOf(lexicon, 'tells'),
    opens: tellersOf(lexicon, 'opens'),
    joined: new Map(),
    met: new Map(),
  }
}

type Looks = Pick<Vocabulary, 'layers' | 'automata'>

function looksInto(parts: readonly LexiconPart[]): Looks {
  const layers = parts.map(layerOf).reverse()
  return { layers, automata: layers.map(({ phrases }) => phrases) }
}

/** Cuts a text into tokens that know what the lexicon says of them. */
export function readTokens(text: string, vocabulary: Vocabulary): Token[] {
  let counts = false
  return tokenise(text).map((lexeme) => {
    const found = lexeme.kind === 'word' ? lookUp(lexeme.text, vocabulary, counts) : undefined
    counts = lexeme.kind === 'number'
    const { groups, number, scale, month, weekday } = found ?? UNKNOWN
    const { kind, start, end, glued } = lexeme
    return {
      kind,
      text: lexeme.text,
      start,
      end,
      glued,
      word: found?.word ?? lexeme.text,
      groups,
      number,
      scale,
      month,
      weekday,
      known: found !== undefined,
    }
  })
}
