import type { Messages } from '../messages.js'
import { oneLetterAway } from '../owner/one-letter-away.js'
import { fold } from '../understanding/normalise.js'
import { createStemmer, type Stem, type Stemmer, stemOf } from './stems.js'
import type { Business } from './types.js'
import { wordList } from './word-list.js'

/** A fact that may answer, or the price of a product; the better it fits, the higher its score. */
export type FactHit = { readonly id: string; readonly score: number }

/** Facts that a question may be about, the best first, at most `most` of them. */
export type FactIndex = (question: string, most: number) => readonly FactHit[]

/** Before the id of a product, where its price is meant. */
export const PRICE_OF = 'precio:'

type Entry = { readonly id: string; readonly texts: readonly Weighted[] }
type Weighted = readonly [text: string, weight: number]
type Posting = readonly [entry: number, weight: number]

const PHRASE = 1
/** A product is named in questions of every kind: only with a word for its price it is that. */
const NAMED = 0.8
const TEXT = 0.5
/** Words that mean nearly the same tell less than the word itself. */
const AKIN = 2
/** So many words of a group are half of what a whole group tells. */
const FEW = 1.5
/** Somebody who uses a phrase of the file as it stands means what it stands for. */
const WHOLE = 0.5
/** What everybody asks with tells little. */
const WEAK = 0.35
/** A product named beside a word for its price, or beside nothing. */
const PRICED = 3
/** The word as it stands, beside its stem. */
const EXACT = 0.3
/** How much of a word's weight hangs on how many of the phrases have it. */
const SHARE = 0.5

/**
 * The business's knowledge by its words: accents folded, endings cut, synonyms of `data/messages` and
 * words one letter away. Built when the facts change; a question costs microseconds.
 */
export function createFactIndex(business: Business, messages: Messages): FactIndex {
  const reader = createStemmer(messages)
  const entries = entriesOf(business, messages)
  const postings = new Map<string, Posting[]>()
  entries.forEach(({ texts }, at) => {
    for (const [feature, weight] of featuresOf(texts, reader)) {
      postings.set(feature, [...(postings.get(feature) ?? []), [at, weight]])
    }
  })
  const weak = new Set(
    [...wordList(messages, 'order.weak_words'), fold(business.sells)].map(stemOf),
  )
  const rarity = (feature: string): number =>
    (weak.has(stemOf(feature.replace(/^=/, ''))) ? WEAK : 1) *
    Math.log(1 + entries.length / (postings.get(feature)?.length ?? entries.length))
  const words = [...postings.keys(), ...reader.known()].filter((feature) => !/^[#=]/.test(feature))
  const phrases = entries.map(({ texts }) =>
    texts.flatMap(([text, weight]) => (weight === PHRASE ? [stemsIn(text, reader)] : [])),
  )
  const named = entries.map(({ id, texts }) =>
    id.startsWith(PRICE_OF)
      ? texts.flatMap(([text, weight]) => (weight === NAMED ? [stemsIn(text, reader)] : []))
      : [],
  )
  const prices = wordList(messages, 'order.price_phrases')

  return (question, most) => {
    const asked = reader.stems(question).map((each) => nearest(each, postings, reader, words))
    const stems = asked.map(({ stem }) => stem)
    const scores = new Float64Array(entries.length)
    for (const feature of askedFeatures(asked, reader)) {
      for (const [at, weight] of postings.get(feature) ?? []) {
        scores[at] = (scores[at] ?? 0) + weight * rarity(feature)
      }
    }
    const price = prices.some((phrase) => ` ${fold(question)} `.includes(` ${phrase} `))
    entries.forEach((_, at) => {
      const whole = WHOLE * best(phrases[at] ?? [], stems, rarity)
      const priced = namedIn(named[at] ?? [], stems, price, weak) ? PRICED : 0
      scores[at] = (scores[at] ?? 0) + whole + priced
    })
    return entries
      .map(({ id }, at) => ({ id, score: scores[at] ?? 0 }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score)
      .slice(0, most)
  }
}

function stemsIn(text: string, reader: Stemmer): readonly string[] {
  return reader.stems(text).map(({ stem }) => stem)
}

/** Whether one of its names stands in the question, with a word for a price or with nothing that tells more. */
function namedIn(
  names: readonly (readonly string[])[],
  asked: readonly string[],
  price: boolean,
  weak: ReadonlySet<string>,
): boolean {
  return names.some((name) => {
    if (name.length === 0 || !name.every((stem) => asked.includes(stem))) return false
    return price || asked.every((stem) => name.includes(stem) || weak.has(stem))
  })
}

function entriesOf({ facts, products, treatment }: Business, messages: Messages): readonly Entry[] {
  const price = wordList(messages, 'order.price_words').join(' ')
  return [
    ...facts.map(({ id, words, text }) => ({
      id,
      texts: [
        [id.replaceAll('-', ' '), PHRASE] as const,
        ...words.map((phrase) => [phrase, PHRASE] as const),
        [text[treatment].replace(/\{[^}]*\}/g, ''), words.length > 0 ? TEXT : PHRASE] as const,
      ],
    })),
    ...products.map(({ id, words }) => ({
      id: `${PRICE_OF}${id}`,
      texts: [...words.map((phrase) => [phrase, NAMED] as const), [price, PHRASE] as const],
    })),
  ]
}

/**
 * Every word, stem and group of words of an entry, with the weight of where it stands: a stem counts more
 * the more of the phrases have it, a group by how many of its words the entry has.
 */
function featuresOf(texts: readonly Weighted[], reader: Stemmer): ReadonlyMap<string, number> {
  const features = new Map<string, number>()
  const times = new Map<string, number>()
  const groups = new Map<string, number>()
  const raise = (feature: string, weight: number): void => {
    features.set(feature, Math.max(features.get(feature) ?? 0, weight))
  }
  for (const [text, weight] of texts) {
    for (const { word, stem } of reader.stems(text)) {
      const isNew = !features.has(stem)
      raise(stem, weight)
      raise(`=${word}`, weight * EXACT)
      times.set(stem, (times.get(stem) ?? 0) + 1)
      times.set(`=${word}`, (times.get(`=${word}`) ?? 0) + 1)
      if (isNew) {
        for (const group of reader.groupsOf({ word, stem })) {
          groups.set(group, (groups.get(group) ?? 0) + weight)
        }
      }
    }
  }
  for (const [stem, count] of times) {
    const share = Math.sqrt(count / texts.length)
    features.set(stem, (features.get(stem) ?? 0) * (1 - SHARE + SHARE * share))
  }
  for (const [group, count] of groups) features.set(group, (AKIN * count) / (count + FEW))
  return features
}

function askedFeatures(asked: readonly Stem[], reader: Stemmer): ReadonlySet<string> {
  return new Set(asked.flatMap((each) => [each.stem, `=${each.word}`, ...reader.groupsOf(each)]))
}

/** How much of the question the best phrase covers that stands in it as a whole. */
function best(
  phrases: readonly (readonly string[])[],
  asked: readonly string[],
  rarity: (feature: string) => number,
): number {
  let most = 0
  for (const phrase of phrases) {
    if (phrase.length === 0 || !phrase.every((stem) => asked.includes(stem))) continue
    most = Math.max(
      most,
      phrase.reduce((sum, stem) => sum + rarity(stem), 0),
    )
  }
  return most
}

const LONG_ENOUGH = 5

/** A word that stands nowhere may be one of ours, misspelt. */
function nearest(
  each: Stem,
  postings: ReadonlyMap<string, unknown>,
  reader: Stemmer,
  words: readonly string[],
): Stem {
  const { stem } = each
  if (stem.length < LONG_ENOUGH || postings.has(stem) || reader.groupsOf(each).length > 0)
    return each
  const near = words.find((word) => word.length >= LONG_ENOUGH && oneLetterAway(word, stem))
  return near === undefined ? each : { ...each, stem: near }
}
