import type { Messages } from '../messages.js'
import { fold } from '../understanding/normalise.js'
import type { Mentions } from './mentions.js'
import type { Business } from './types.js'
import { wordList } from './word-list.js'

/** A fact in the owner's own words, as one taught with `dato`. */
export type Learned = { readonly id: string; readonly text: string }

type FindMentions = (folded: string) => Mentions

type Known = {
  readonly id: string
  /** Words that carry what it is about, folded, in order. */
  readonly words: readonly string[]
  /** Names in it ("Pasto"): it holds for nothing that is called otherwise. */
  readonly names: readonly string[]
  readonly products: readonly string[]
}

/** The business with what was taught among its facts, each as a sentence of its own. */
export function withLearned(business: Business, learned: readonly Learned[]): Business {
  const facts = learned.map(({ id, text }) => {
    const sentence = sentenceOf(text)
    const forms = { usted: sentence, tú: sentence, vos: sentence }
    return { id, words: [], text: forms, passesOn: false, taught: true }
  })
  return { ...business, facts: [...business.facts, ...facts] }
}

/**
 * Finds also what was taught: a fact answers a question when it holds more than half of the words
 * that carry the question, or half of them with its own first one. What was taught is newer than
 * the file, so that it stands in place of what the file would answer.
 */
export function withLearnedMentions(
  mentions: FindMentions,
  learned: readonly Learned[],
  messages: Messages,
): FindMentions {
  const tell = tellersOf(learned, mentions, messages)
  return (folded) => {
    const found = mentions(folded)
    const hits = tell(folded, found)
    if (hits.length === 0) return found
    const span = [0, folded.length] as const
    return { ...found, facts: hits.map((id) => ({ id, span })) }
  }
}

/**
 * Finds the facts that hold more than half of the words of a question. With the least of half, also those that hold half of
 * them and begin with one; with more, also those of a name in it ("¿van a Camaná?").
 */
export function tellersOf(
  facts: readonly Learned[],
  mentions: FindMentions,
  messages: Messages,
  least: 'half' | 'more' = 'half',
): (folded: string, found: Pick<Mentions, 'products'>) => readonly string[] {
  const known = facts.map((fact) => knownOf(fact, mentions, messages))
  return (folded, found) => {
    const asked = contentWords(folded, messages)
    const products = found.products.map(({ id }) => id)
    return known.filter((fact) => answers(fact, asked, products, least)).map(({ id }) => id)
  }
}

/** "sí, hacemos envíos" → "Sí, hacemos envíos." */
export function sentenceOf(text: string): string {
  const trimmed = text.trim()
  const ended = /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`
  return ended.charAt(0).toUpperCase() + ended.slice(1)
}

function knownOf({ id, text }: Learned, mentions: FindMentions, messages: Messages): Known {
  const folded = fold(text)
  const names = Array.from(text.matchAll(/(?<=\p{Ll}[,;:]?\s+)\p{Lu}\p{L}+/gu), ([name]) =>
    fold(name),
  )
  return {
    id,
    words: contentWords(folded, messages),
    names,
    products: mentions(folded).products.map((product) => product.id),
  }
}

function answers(
  fact: Known,
  asked: readonly string[],
  products: readonly string[],
  least: 'half' | 'more',
): boolean {
  if (least === 'more' && fact.names.some((name) => asked.includes(name))) return true
  const shared = asked.filter((word) => fact.words.some((other) => isAkin(word, other)))
  // "me responden?" is no question for "Responde un programa": one word that stands in a text by chance is not enough.
  if (shared.length < (least === 'more' ? 2 : 1)) return false
  const ofOther = fact.products.length > 0 && products.length > 0
  if (ofOther && !products.some((id) => fact.products.includes(id))) return false
  const elsewhere = fact.names.length > 0 && shared.length < asked.length
  if (elsewhere && !fact.names.some((name) => shared.some((word) => isAkin(word, name)))) {
    return false
  }
  const [first] = least === 'half' ? fact.words : []
  const begins = first !== undefined && shared.some((word) => isAkin(word, first))
  const covered = shared.length / asked.length
  return covered > 0.5 || (begins && covered === 0.5)
}

/** Words that say what a text is about: no figures, no small words, none that everybody asks with. */
function contentWords(folded: string, messages: Messages): readonly string[] {
  const filler = wordList(messages, 'order.fact_filler')
  const words = Array.from(folded.matchAll(/\p{L}+/gu), ([word]) => word)
  return [...new Set(words.filter((word) => word.length > 2 && !filler.includes(word)))]
}

/** "envíos" and "enviamos", "pago" and "pagar": the same beginning, as far as it tells. */
function isAkin(a: string, b: string): boolean {
  if (a === b) return true
  const shorter = Math.min(a.length, b.length)
  if (shorter < 4) return false
  let same = 0
  while (same < shorter && a[same] === b[same]) same++
  return shorter === 4
    ? same >= 3 && Math.max(a.length, b.length) <= 6
    : same >= 4 && same / shorter > 0.6
}
