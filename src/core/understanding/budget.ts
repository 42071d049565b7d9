import type { Budget } from '../types.js'
import { type Amount, readAmounts } from './amounts.js'
import { isPick } from './pick.js'
import { found, hitBefore, hitsOf, type Scan, spend } from './scan.js'
import { is, isMark } from './token.js'
import type { Hit } from './trie.js'
import type { Found } from './types.js'

/** Lists longer than this are not offered. */
const LAST_CHOICE = 12

type Sum = {
  readonly min: number | null
  readonly max: number | null
  readonly currency: string | null
  readonly from: number
  readonly to: number
  readonly rank: number
}

/** The sum somebody is ready to spend, or that they would rather not say. */
export function readBudget(scan: Scan): Found<Budget> | null {
  const amounts = readAmounts(scan)
  const sums = pairUp(scan, amounts).filter((sum) => sum.rank > 0)
  const sum = choose(scan, sums)
  if (sum !== null) {
    spend(scan, sum.from, sum.to, 'money')
    const { min, max, currency } = sum
    const confidence = sum.rank > 2 ? 0.95 : sum.rank > 1 ? 0.85 : 0.7
    return found(scan, { min, max, currency, none: false }, sum.from, sum.to, confidence)
  }
  const tag = scan.options.question === 'budget' ? 'no_figure' : 'no_budget'
  const hit = hitsOf(scan, 'no_budget')[0] ?? hitsOf(scan, tag)[0]
  if (hit === undefined) return null
  return found(scan, { min: null, max: null, currency: null, none: true }, hit.from, hit.to, 0.85)
}

function choose(scan: Scan, sums: readonly Sum[]): Sum | null {
  const corrections = hitsOf(scan, 'correction')
  const after = sums.filter((sum) =>
    corrections.some((hit) => hit.from < sum.from && hit.to <= sum.to),
  )
  const pool = after.length > 0 ? after : sums
  let best: Sum | null = null
  for (const sum of pool) if (best === null || sum.rank > best.rank) best = sum
  return best
}

/** Joins the ends of ranges ("entre 300 y 400 mil", "500, pero puedo llegar a 700"). */
function pairUp(scan: Scan, amounts: readonly Amount[]): Sum[] {
  const out: Sum[] = []
  for (let i = 0; i < amounts.length; i += 1) {
    const a = amounts[i]
    const b = amounts[i + 1]
    if (a === undefined) continue
    if (a.foreign && !a.counted) spend(scan, a.num.from, a.num.to, 'masked')
    if (a.negated || a.foreign) continue
    const pair = b === undefined || b.negated || b.foreign ? null : joinRange(scan, a, b)
    if (pair === null) out.push(single(scan, a))
    else {
      out.push(pair)
      i += 1
    }
  }
  return out
}

function single(scan: Scan, a: Amount): Sum {
  const value = scaled(scan, a, a.value)
  const min = a.limit === 'max' ? null : value
  const max = a.limit === 'min' ? null : value
  return { min, max, currency: a.currency, from: a.from, to: a.to, rank: rankOf(scan, a) }
}

/** 0: no sum; 1: a bare number where a sum was asked; up to 4: a currency and a word that leads to it. */
function rankOf(scan: Scan, a: Amount): number {
  const { question, figure } = scan.options
  if (a.counted || a.num.article || a.value <= 0) return 0
  if (a.explicit) return a.cued || a.limit !== null || question === 'budget' ? 4 : 3
  if (isChoice(scan, a)) return 0
  if (question === 'budget') return 1
  if (a.cued && a.value >= 100) return 2
  if (figure === undefined || question === 'quantity' || question === 'nps') return 0
  const near = scaled(scan, a, a.value)
  return (question === 'yesno' || a.limit !== null) && near >= figure / 10 && near <= figure * 10
    ? 1
    : 0
}

/** "2", "la 2", "1.": an option of a list, never money. */
function isChoice(scan: Scan, { num, value, limit }: Amount): boolean {
  if (num.decimal || num.large || limit !== null || value > LAST_CHOICE) return false
  return isPick(scan, num.from, num.to)
}

/** Beside a figure on the table "900" is 900 mil: as many thousands as bring it near that figure. */
function scaled(scan: Scan, a: Amount, value: number): number {
  const { figure } = scan.options
  if (figure === undefined || a.num.large || a.value <= 0) return value
  // A sum with its currency is meant as it stands.
  if (a.currency !== null) return value
  for (const factor of [1, 1000, 1_000_000]) {
    const near = value * factor
    if (near >= figure / 12 && near <= figure * 12) return near
  }
  return value
}

function joinRange(scan: Scan, a: Amount, b: Amount): Sum | null {
  const link = linkOf(scan, a, b)
  if (link === null) return null
  const rank = Math.max(rankOf(scan, a), rankOf(scan, b))
  const share = link === 'range' && !a.num.large && b.num.scale > 1 && a.value < b.value
  const shared = !b.num.large && a.num.scale > 1 && b.value < a.value
  const low = share ? a.value * sharedScale(a.value, b) : scaled(scan, a, a.value)
  const high = shared ? b.value * a.num.scale : scaled(scan, b, b.value)
  const [min, max] = low <= high ? [low, high] : [high, low]
  return { min, max, currency: b.currency ?? a.currency, from: a.from, to: b.to, rank }
}

/** "entre 300 y 400 mil" shares its scale; "entre 800 y un millón" means 800 thousand. */
function sharedScale(value: number, b: Amount): number {
  if (value * b.num.scale <= b.value) return b.num.scale
  return value * 1000 <= b.value ? 1000 : 1
}

function linkOf(scan: Scan, a: Amount, b: Amount): 'range' | 'reach' | null {
  const { tokens } = scan
  const gap = b.head - a.to
  const first = tokens[a.to]
  if (gap === 2 && is(first, 'and') && is(tokens[a.to + 1], 'the') && isBetween(scan, a))
    return 'range'
  if (gap === 1 && is(first, 'and') && isBetween(scan, a)) return 'range'
  if (gap === 1 && !b.counted && (is(first, 'range_link') || isMark(first, '-\u2013~/'))) {
    return !a.counted && a.value < b.value * b.num.scale * a.num.scale ? 'range' : null
  }
  if (a.counted || b.counted) return null
  const reach = reachTo(scan, b)
  if (reach !== null && reach.from - a.to <= 4 && reach.from >= a.to) return 'reach'
  if (b.from - a.to > 4) return null
  if (a.limit === 'min' && b.limit === 'max') return 'reach'
  const close = b.from - a.to <= 2 && b.limit === 'max' && a.limit === null
  return close && rankOf(scan, a) > 0 && b.value > 0 ? 'reach' : null
}

/** "puedo llegar a", which may share its last word with the words of the amount. */
function reachTo(scan: Scan, b: Amount): Hit | null {
  for (let at = b.head; at >= b.from; at -= 1) {
    const hit = hitBefore(scan, 'reach', at)
    if (hit !== null) return hit
  }
  return null
}

function isBetween(scan: Scan, a: Amount): boolean {
  return is(scan.tokens[a.from - 1], 'between') || is(scan.tokens[a.from], 'between')
}
