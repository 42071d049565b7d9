import { createFactIndex, type FactHit, type FactIndex, PRICE_OF } from '../business/fact-index.js'
import { type Learned, tellersOf } from '../business/learned.js'
import { money } from '../business/money-text.js'
import { priceKey } from '../business/price-key.js'
import type { Business, Product } from '../business/types.js'
import { fill } from '../flow/template.js'
import { type Messages, wordingOf } from '../messages.js'
import type { Heard } from './heard.js'
import type { Context } from './types.js'

export type KnownFact = { readonly id: string; readonly text: string }

type Knowing = Pick<Context, 'business' | 'messages'>

/** What a model is given at most: enough for any question, little enough to be read with care. */
const MOST = 12

/**
 * The facts that a question may be about, the best first, then others while there is room: a model is
 * asked where words alone did not find the answer.
 */
export function factsFor(context: Knowing, question: string): readonly KnownFact[] {
  const all = knownFacts(context)
  const hits = indexOf(context)(question, MOST)
  const found = hits.flatMap(({ id }) => all.filter((fact) => fact.id === id))
  return [...new Set([...found, ...all])].slice(0, MOST)
}

/** All that may be said: prices too, in the sentence of the house; nothing that hangs on the talk. */
function knownFacts({ business, messages }: Knowing): readonly KnownFact[] {
  const facts = business.facts.map(({ id, text }) => ({ id, text: text[business.treatment] }))
  const prices = business.products.map((product) => ({
    id: `${PRICE_OF}${product.id}`,
    text: priceText(product, business, messages),
  }))
  return [...facts.filter(({ text }) => !text.includes('{')), ...prices]
}

function priceText(product: Product, business: Business, messages: Messages): string {
  const { treatment, country, products } = business
  const key = priceKey(product, products, 'price')
  const includes = product.includes === null ? '' : ` ${product.includes[treatment]}`
  const values: { readonly [name: string]: string } = {
    El_producto: product.one,
    precio: money(product.price, product.currency, country),
    mínimo: String(product.from),
    incluye: includes,
  }
  return (
    fill(wordingOf(messages, key, { treatment, turn: 0 }), (name) => values[name]) ?? product.one
  )
}

/** The facts and prices that a question fits, the best first. */
export function factHits(context: Knowing, question: string): readonly FactHit[] {
  return indexOf(context)(question, MOST)
}

/** The facts that hold most of the words that carry a question, by their ids. */
export function factsTelling(context: Knows, heard: Pick<Heard, 'folded' | 'mentions'>) {
  const { business, messages, mentions } = context
  const known = tellers.get(business) ?? tellersOf(textsOf(business), mentions, messages, 'more')
  tellers.set(business, known)
  return known(heard.folded, heard.mentions)
}

type Knows = Knowing & Pick<Context, 'mentions'>

function textsOf({ facts, treatment }: Business): readonly Learned[] {
  return facts.map(({ id, text }) => ({ id, text: text[treatment] }))
}

const tellers = new WeakMap<Business, ReturnType<typeof tellersOf>>()

/**
 * The same by what words and tables alone say: how surely a fact fits is measured by these, and what was asked before only
 * chooses among facts.
 */
export function saidHits(context: Knowing, question: string): readonly FactHit[] {
  return indexOf(context)(question, MOST)
    .map((hit) => ({ ...hit, score: hit.said }))
    .toSorted((a, b) => b.score - a.score)
}

/**
 * Built again only when what is known changed. The first question waits a tenth of a second for it; at the start it
 * would take 10 MB from shops that are asked nothing.
 */
const indexes = new WeakMap<Business, FactIndex>()

function indexOf({ business, messages }: Knowing): FactIndex {
  const known = indexes.get(business)
  if (known !== undefined) return known
  const built = remembering(createFactIndex(business, messages))
  indexes.set(business, built)
  return built
}

/** One message is asked about several times in a turn, whole and in parts. */
function remembering(find: FactIndex): FactIndex {
  const last = new Map<string, readonly FactHit[]>()
  return (question, most) => {
    const known = last.get(question)
    if (known !== undefined) return known
    const hits = find(question, most)
    if (last.size === REMEMBERED) last.clear()
    last.set(question, hits)
    return hits
  }
}

const REMEMBERED = 16
