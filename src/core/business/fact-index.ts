import type { Messages } from '../messages.js'
import { oneLetterAway } from '../owner/one-letter-away.js'
import { createStemmer, type Stemmer } from './stems.js'
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
const AKIN = 1.6
/** So many words of a group are half of what a whole group tells. */
const FEW = 1.5
/** Somebody who uses a phrase of the file as it stands means what it stands for. */
const WHOLE = 0.8

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
  const words = [...postings.keys()].filter((feature) => !feature.startsWith('#'))
  const phrases = entries.map(({ texts }) =>
    texts.flatMap(([text, weight]) => (weight === PHRASE ? [reader.stems(text)] : [])),
  )
  const rarity = (feature: string): number =>
    Math.log(1 + entries.length / (postings.get(feature)?.length ?? entries.length))

  return (question, most) => {
    const asked = reader
      .stems(question)
      .map((stem) => nearest(stem, postings, reader.groups, words))
    const scores = new Float64Array(entries.length)
    for (const feature of withGroups(asked, reader)) {
      for (const [at, weight] of postings.get(feature) ?? []) {
        scores[at] = (scores[at] ?? 0) + weight * rarity(feature)
      }
    }
    phrases.forEach((all, at) => {
      scores[at] = (scores[at] ?? 0) + WHOLE * best(all, asked, rarity)
    })
    return entries
      .map(({ id }, at) => ({ id, score: scores[at] ?? 0 }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score)
      .slice(0, most)
  }
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
 * Every word and group of words of an entry, with the weight of where it stands: a group counts by
 * how many of its words the entry has.
 */
function featuresOf(texts: readonly Weighted[], reader: Stemmer): ReadonlyMap<string, number> {
  const features = new Map<string, number>()
  for (const [text, weight] of texts) {
    for (const stem of reader.stems(text)) {
      features.set(stem, Math.max(features.get(stem) ?? 0, weight))
    }
  }
  const groups = new Map<string, number>()
  for (const [stem, weight] of features) {
    for (const group of reader.groups.get(stem) ?? []) {
      groups.set(group, (groups.get(group) ?? 0) + weight)
    }
  }
  for (const [group, count] of groups) features.set(group, (AKIN * count) / (count + FEW))
  return features
}

function withGroups(stems: readonly string[], { groups }: Stemmer): ReadonlySet<string> {
  return new Set([...stems, ...stems.flatMap((stem) => groups.get(stem) ?? [])])
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
  stem: string,
  postings: ReadonlyMap<string, unknown>,
  groups: ReadonlyMap<string, unknown>,
  words: readonly string[],
): string {
  if (stem.length < LONG_ENOUGH || postings.has(stem) || groups.has(stem)) return stem
  return words.find((word) => word.length >= LONG_ENOUGH && oneLetterAway(word, stem)) ?? stem
}
