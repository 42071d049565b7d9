import { PRICE_OF } from '../business/fact-index.js'
import { findFact } from '../business/find-fact.js'
import type { Product } from '../business/types.js'
import type { Language } from '../types.js'
import type { Draft } from './draft.js'
import type { Heard } from './heard.js'
import { factHits } from './known-facts.js'

/** What is said to a question: the prices of products, and facts by their ids, both in that order. */
type Answering = {
  readonly products: readonly Product[]
  readonly facts: readonly string[]
}

/**
 * So many times as well as what the words name has another fact to fit before it is taken in its place: "¿el pantalón
 * lleva el logo?" names a product and asks no price.
 */
const BETTER = 1.5
/** Below it a number or a small word is all that fits. */
const LEAST = 3
/** What fits at least so well beside the best is a second question of the same message. */
const BESIDE = 0.5

/** Null when the business file knows no answer. */
export function answeringOf(
  { context, language }: Pick<Draft, 'context'> & { readonly language: Language },
  { mentions, reading, text }: Pick<Heard, 'mentions' | 'reading' | 'text'>,
): Answering | null {
  const found = findFact(context.business, mentions, reading)
  if (found === null) return null
  // "¿cuánto vale el delantal?" needs no second look, and the tables of words are Spanish.
  const plain = found.kind === 'price' && reading.intents.includes('price') && isShort(text)
  const hits = plain || language !== 'es' ? [] : factHits(context, text)
  const named = [...new Set(mentions.facts.map(({ id }) => id))]
  const products = found.kind === 'price' ? found.products : []
  const [top] = hits
  const scoreOf = (id: string): number => hits.find((hit) => hit.id === id)?.score ?? 0
  const ids = [...products.map(({ id }) => `${PRICE_OF}${id}`), ...named]
  const best = Math.max(...ids.map(scoreOf))
  const stands = top === undefined || top.score < LEAST || top.score < BETTER * best
  // A price is no better answer than a fact that was named: "¿y el bordado cuánto?" may be part of the order.
  if (stands || ids.includes(top.id) || top.id.startsWith(PRICE_OF))
    return { products, facts: named }
  const kept = named.filter((id) => scoreOf(id) >= BESIDE * top.score)
  // Who asks for a price in so many words is told it too.
  const priced = reading.intents.includes('price') ? products : []
  return { products: priced, facts: [top.id, ...kept] }
}

/** A question of so few words asks for one thing. */
function isShort(text: string): boolean {
  return text.trim().split(/\s+/).length <= FEW
}

const FEW = 6
