import type { Messages } from '../messages.js'
import { fold } from '../understanding/normalise.js'
import type { Mention } from './mentions.js'
import type { Business, Product } from './types.js'
import { wordList } from './word-list.js'

/** A product told from others of its kind by a number in its name: "terma solar de 150 litros". */
type Variant = {
  readonly id: string
  /** What it is before all: "terma". */
  readonly kind: string
  readonly number: string
  /** "litros"; empty where the name ends with the number. */
  readonly unit: string
}

type Token = { readonly text: string; readonly start: number; readonly end: number }

/**
 * What was named, with "la de 200" and "terma 200 lts" taken for the product of that size: of a kind that is named beside
 * it, or else of those in `spokenOf`.
 */
export function withVariants(
  folded: string,
  named: readonly Mention[],
  spokenOf: readonly string[],
  { business, messages }: { readonly business: Business; readonly messages: Messages },
): readonly Mention[] {
  const variants = variantsOf(business)
  if (variants.length < 2 || !/\d/.test(folded)) return named
  const kindOf = (id: string): string => kindsOf(business).get(id) ?? ''
  const kinds = (named.length > 0 ? named.map(({ id }) => id) : spokenOf).map(kindOf)
  const tokens = tokensOf(folded)
  const found = tokens.flatMap((token, at): readonly Mention[] => {
    const [, number = '', glued = ''] = /^(\d+)(\p{L}*)$/u.exec(token.text) ?? []
    const variant = variants.find((each) => each.number === number && kinds.includes(each.kind))
    if (variant === undefined) return []
    const next = tokens[at + 1]
    const unit = glued === '' ? (next?.text ?? '') : glued
    const hasUnit = isShortFor(unit, variant.unit)
    const before = tokens.slice(Math.max(0, at - 2), at).map(({ text }) => text)
    if (!hasUnit && !isNamed(before, variant.kind, messages)) return []
    const end = hasUnit && glued === '' ? (next?.end ?? token.end) : token.end
    return [{ id: variant.id, span: [token.start, end] }]
  })
  return found.length === 0 ? named : merged(named, found, kindOf)
}

/** Whether both are the same kind of thing, told apart by its size. */
export function areSizes(business: Business, ids: readonly string[]): boolean {
  const found = ids.map((id) => variantsOf(business).find((each) => each.id === id)?.kind)
  return found.every((kind) => kind !== undefined && kind === found[0])
}

/** The size stands in place of the kind that was named before it: "terma 200" is one thing. */
function merged(
  named: readonly Mention[],
  found: readonly Mention[],
  kindOf: (id: string) => string,
): readonly Mention[] {
  const taken = new Set<Mention>()
  const sized = found.map((size): Mention => {
    const whole = named.find(
      (each) =>
        kindOf(each.id) === kindOf(size.id) &&
        each.span[0] <= size.span[1] &&
        size.span[0] - each.span[1] <= REACH,
    )
    if (whole === undefined) return size
    taken.add(whole)
    const [start, end] = whole.span
    return { id: size.id, span: [Math.min(start, size.span[0]), Math.max(end, size.span[1])] }
  })
  const kept = named.filter((each) => !taken.has(each))
  const once = new Map([...kept, ...sized].map((each) => [`${each.id} ${each.span[0]}`, each]))
  return [...once.values()].sort((a, b) => a.span[0] - b.span[0])
}

/** How far a size may stand behind what it is the size of, in characters. */
const REACH = 12

/** "la de 200", "terma de 200", "terma 200". */
function isNamed(before: readonly string[], kind: string, messages: Messages): boolean {
  const [last, second] = [before.at(-1) ?? '', before.at(-2) ?? '']
  const isKind = (word: string): boolean => word === kind || word === `${kind}s`
  if (isKind(last)) return true
  const of = wordList(messages, 'order.of').includes(last)
  return of && (isKind(second) || wordList(messages, 'order.points').includes(second))
}

/** "lts" is short for "litros": its letters, in order, from the first. */
function isShortFor(short: string, unit: string): boolean {
  if (short === '' || unit === '' || short[0] !== unit[0]) return false
  let at = 0
  for (const letter of unit) if (letter === short[at]) at += 1
  return at === short.length
}

const known = new WeakMap<Business, readonly Variant[]>()

function variantsOf(business: Business): readonly Variant[] {
  const before = known.get(business)
  if (before !== undefined) return before
  const all = business.products.flatMap((product) => variantOf(product))
  const alike = (a: Variant, b: Variant): boolean => a.kind === b.kind
  const several = all.filter(
    (each) =>
      all.filter((other) => alike(each, other)).length > 1 &&
      all.filter((other) => alike(each, other) && other.number === each.number).length === 1,
  )
  known.set(business, several)
  return several
}

function variantOf(product: Product): readonly Variant[] {
  const words = tokensOf(fold(product.one)).map(({ text }) => text)
  const at = words.findIndex((word) => /^\d+$/.test(word))
  const [kind] = words
  if (at < 1 || kind === undefined) return []
  return [{ id: product.id, kind, number: words[at] ?? '', unit: words[at + 1] ?? '' }]
}

const kinds = new WeakMap<Business, ReadonlyMap<string, string>>()

function kindsOf(business: Business): ReadonlyMap<string, string> {
  const before = kinds.get(business)
  if (before !== undefined) return before
  const all = business.products.map(({ id, one }) => {
    return [id, tokensOf(fold(one))[0]?.text ?? ''] as const
  })
  const built = new Map(all)
  kinds.set(business, built)
  return built
}

function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => {
    return { text: word, start: index, end: index + word.length }
  })
}
