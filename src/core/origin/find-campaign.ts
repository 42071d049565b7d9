import type { Campaign } from '../business/origin-rules.js'
import { wordList } from '../business/word-list.js'
import type { Messages } from '../messages.js'
import { oneLetterAway } from '../owner/one-letter-away.js'
import { foldWord } from '../understanding/normalise.js'
import { prefilled } from './campaign-link.js'

export type FoundCampaign = {
  readonly campaign: Campaign
  /** Where it stands in the text as it was given. */
  readonly span: readonly [start: number, end: number]
}

type Word = {
  readonly text: string
  /** As it was written. */
  readonly as: string
  readonly start: number
  readonly end: number
}

type Span = FoundCampaign['span']

/** Shorter words are too near to one another to have a wrong letter forgiven. */
const SHORTEST_CORRECTED = 5
/** A code may come apart in as many words: "feria - 25". */
const MOST_PIECES = 3
/** So many words of their own between those of the link are still its text. */
const MOST_BETWEEN = 2
/** The link's text stands at the beginning. */
const MOST_WORDS = 60

/**
 * The campaign whose link somebody came by, from the text that it wrote for them, in which they may have
 * changed, added or left out words. Null for ordinary words, and where two may be meant. A code that is
 * a plain word too ("FERIA") counts where it stands as a code does, and not for being mentioned.
 */
export function findCampaign(
  text: string,
  campaigns: readonly Campaign[],
  messages: Messages,
): FoundCampaign | null {
  if (campaigns.length === 0) return null
  const words = wordsOf(text).slice(0, MOST_WORDS)
  const found = campaigns.flatMap((campaign) => {
    const span = spanOf(words, campaign, messages)
    return span === null ? [] : [{ campaign, span }]
  })
  return found.length === 1 ? (found[0] ?? null) : null
}

function spanOf(words: readonly Word[], campaign: Campaign, messages: Messages): Span | null {
  const pieces = piecesOf(words, campaign.code)
  return (
    asCode(words, pieces, campaign, messages) ??
    alone(words, pieces, messages) ??
    asWritten(words, campaign, messages)
  )
}

type Piece = { readonly first: number; readonly next: number; readonly signs: string }

/** The code in one to three words, each place at which it may begin. */
function piecesOf(words: readonly Word[], code: string): readonly Piece[] {
  const meant = compact(code)
  const pieces: Piece[] = []
  for (let first = 0; first < words.length; first++) {
    let signs = ''
    for (let next = first + 1; next <= Math.min(first + MOST_PIECES, words.length); next++) {
      signs += words[next - 1]?.text ?? ''
      if (signs.length > meant.length + 1) break
      if (isNearly(signs, meant)) pieces.push({ first, next, signs })
    }
  }
  return pieces
}

/** After "código"; with a digit in it, which no word has; or in capitals where nothing leads up to it. */
function asCode(
  words: readonly Word[],
  pieces: readonly Piece[],
  { code }: Campaign,
  messages: Messages,
): Span | null {
  const called = wordList(messages, 'chat.origin.code_words')
  const leading = wordList(messages, 'chat.origin.leading')
  const isPlain = !/\d/.test(code)
  const piece = pieces.find(({ first, next, signs }) => {
    const before = words[first - 1]?.text ?? ''
    if (called.includes(before)) return true
    if (!isPlain) return /\d/.test(signs)
    const same = signs === compact(code)
    return same && isLoud(words, first, next) && !leading.includes(before)
  })
  return piece === undefined ? null : spanFrom(words, piece)
}

/** In capitals, in a text that is not all in capitals. */
function isLoud(words: readonly Word[], first: number, next: number): boolean {
  const loud = (word: Word): boolean => word.as === word.as.toUpperCase() && /\p{L}/u.test(word.as)
  const others = [...words.slice(0, first), ...words.slice(next)]
  return words.slice(first, next).every(loud) && others.some((word) => !loud(word))
}

/** Nothing but the code, with a greeting or without one. */
function alone(words: readonly Word[], pieces: readonly Piece[], messages: Messages): Span | null {
  const polite = wordList(messages, 'chat.origin.polite')
  const piece = pieces.find(({ first, next }) =>
    [...words.slice(0, first), ...words.slice(next)].every(({ text }) => polite.includes(text)),
  )
  return piece === undefined ? null : spanFrom(words, piece)
}

/**
 * Most of the text that the link writes, in its order: a word that names the campaign, and one that
 * says that they come of it ("vengo"), so that who asks for the fair itself has not come by the link.
 */
function asWritten(words: readonly Word[], campaign: Campaign, messages: Messages): Span | null {
  const empty = wordList(messages, 'chat.origin.leading')
  const names = namesOf(campaign)
  // Without a word that names it, the rest need not be compared.
  const telling = names.filter((name) => !empty.includes(name))
  if (!words.some(({ text }) => telling.some((name) => isNearly(text, name)))) return null
  const polite = wordList(messages, 'chat.origin.polite')
  const given = wordsOf(prefilled(campaign, messages)).filter(({ text }) => !polite.includes(text))
  const matched = inOrder(
    given.map(({ text }) => text),
    words.map(({ text }) => text),
  )
  const kinds = matched.map(([at]) => given[at]?.text ?? '')
  const isNamed = kinds.some((word) => names.includes(word) && !empty.includes(word))
  const led = kinds.some((word) => !names.includes(word) && !empty.includes(word))
  if (!isNamed || !led || matched.length * 2 < given.length) return null
  const places = matched.map(([, at]) => at)
  const [first, next] = [places[0] ?? 0, (places.at(-1) ?? 0) + 1]
  return next - first - matched.length > MOST_BETWEEN ? null : spanFrom(words, { first, next })
}

const named = new WeakMap<Campaign, readonly string[]>()

/** The words of its code and name, made once. */
function namesOf(campaign: Campaign): readonly string[] {
  const known = named.get(campaign)
  if (known !== undefined) return known
  const words = wordsOf(`${campaign.code} ${campaign.name}`).map(({ text }) => text)
  named.set(campaign, words)
  return words
}

type Pairs = readonly (readonly [given: number, written: number])[]

/** The longest run of words that both have in the same order, not necessarily side by side. */
function inOrder(given: readonly string[], written: readonly string[]): Pairs {
  let before: readonly Pairs[] = written.map(() => [])
  for (const [row, word] of given.entries()) {
    const now: Pairs[] = []
    for (const [column, other] of written.entries()) {
      const [above, left] = [before[column] ?? [], now[column - 1] ?? []]
      const both: Pairs = isNearly(other, word)
        ? [...(before[column - 1] ?? []), [row, column]]
        : []
      now.push([above, left, both].reduce((a, b) => (b.length > a.length ? b : a)))
    }
    before = now
  }
  return before.at(-1) ?? []
}

function isNearly(written: string, meant: string): boolean {
  if (written === meant) return true
  return meant.length >= SHORTEST_CORRECTED && oneLetterAway(written, meant)
}

function spanFrom(words: readonly Word[], piece: { first: number; next: number }): Span {
  return [words[piece.first]?.start ?? 0, words[piece.next - 1]?.end ?? 0]
}

let last: { readonly text: string; readonly words: readonly Word[] } = { text: '', words: [] }

/** A message is looked through as it is read and once more when they arrive by it: it is cut once. */
function wordsOf(text: string): readonly Word[] {
  if (text !== last.text) last = { text, words: cut(text) }
  return last.words
}

function cut(text: string): readonly Word[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), ({ 0: as, index }) => ({
    text: foldWord(as),
    as,
    start: index,
    end: index + as.length,
  }))
}

function compact(code: string): string {
  return foldWord(code).replace(/[^a-z0-9]/g, '')
}
