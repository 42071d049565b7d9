import type { Amount } from './amounts.js'
import type { Hit } from './automaton.js'
import { nearFigure } from './near-figure.js'
import { rankOf } from './rank.js'
import { hitAt, hitBefore, hitsOf, type Scan } from './scan.js'
import { is, isMark } from './token.js'

/** Further apart than this, two numbers are two sums. */
const FAR = 12

type Range = {
  readonly min: number
  readonly max: number
  readonly currency: string | null
  readonly upper: Amount
}

/** Two numbers that are the ends of one sum, null when they are not. */
export function joinRange(scan: Scan, a: Amount, b: Amount): Range | null {
  const link = linkOf(scan, a, b)
  if (link === null) return null
  const low =
    link === 'range' || isInScale(a, b) ? sharing(scan, a, b) : nearFigure(scan, a, a.value)
  const more = addedTo(scan, a, b)
  if (more !== null)
    return { min: a.value, max: more, currency: b.currency ?? a.currency, upper: b }
  const high = raised(a, b) ?? nearFigure(scan, b, b.value)
  const [min, max] = low <= high ? [low, high] : [high, low]
  return { min, max, currency: b.currency ?? a.currency, upper: b }
}

/** Whether the words between them, or before the first, make a range of the two numbers. */
export function isRange(scan: Scan, a: Amount, b: Amount): boolean {
  return linkOf(scan, a, b) === 'range'
}

/** "entre 300 y 400 mil" shares its scale; "entre 800 y un millón" means 800 thousand. */
function sharing(scan: Scan, a: Amount, b: Amount): number {
  if (a.num.large || b.num.scale === 1 || a.value >= b.value) return nearFigure(scan, a, a.value)
  if (a.value * b.num.scale <= b.value) return a.value * b.num.scale
  return a.value * 1000 <= b.value ? a.value * 1000 : a.value
}

/** "10, a lo mucho 12 mil": the bare first end is as large as the second only in its scale. */
function isInScale(a: Amount, b: Amount): boolean {
  const value = a.value * b.num.scale
  return !a.explicit && value <= b.value && value * 12 >= b.value
}

/** "12 millones, y hasta 15": the second in the scale of the first. */
function raised(a: Amount, b: Amount): number | null {
  const thousands = b.value * 1000
  // "6,000, but could go up to 7"
  if (b.value < 100 && a.value >= 1000 && thousands > a.value && thousands <= a.value * 4)
    return thousands
  if (b.num.large || a.num.scale === 1 || b.value >= a.value) return null
  const high = b.value * a.num.scale
  // "medio millón y 700"
  return high > a.value * 12 && thousands > a.value ? thousands : high
}

function linkOf(scan: Scan, a: Amount, b: Amount): 'range' | 'reach' | null {
  const { tokens } = scan
  const gap = b.head - a.to
  const first = tokens[a.to]
  if (gap === 2 && is(first, 'and') && is(tokens[a.to + 1], 'the') && isBetween(scan, a))
    return 'range'
  if (gap === 1 && is(first, 'and') && isBetween(scan, a)) return 'range'
  if (gap < 2 && isRough(scan, a, b)) return 'range'
  if (gap === 1 && !b.counted && (is(first, 'range_link') || isMark(first, '-\u2013~/'))) {
    return !a.counted && a.value < b.value * b.num.scale * a.num.scale ? 'range' : null
  }
  if (a.counted || b.counted || a.num.article || b.num.article) return null
  const reach = reachTo(scan, b)
  if (reach !== null && reach.from - a.to <= FAR && reach.from >= a.to) {
    return isFarMore(a, b) ? null : 'reach'
  }
  if (b.from - a.to > FAR || a.limit === 'max') return null
  if (a.limit === 'min' && b.limit === 'max') return 'reach'
  const close = b.from - a.to <= 2 && b.limit === 'max' && a.limit === null
  if (rankOf(scan, a) === 0) return null
  return (close && b.value > 0) || isStep(scan, a, b) ? 'reach' : null
}

/** "400, 500 lucas", "4 y 5 mil", "200 300": two round figures side by side are about what it may cost. */
function isRough(scan: Scan, a: Amount, b: Amount): boolean {
  if (scan.options.question !== 'budget' || a.counted || b.counted || a.explicit) return false
  const { tokens } = scan
  const beside = b.head === a.to || isMark(tokens[a.to], ',') || is(tokens[a.to], 'and')
  const value = a.num.large ? a.value : a.value * b.num.scale
  return beside && a.limit === null && value < b.value && value * 2 >= b.value
}

/** "30 lucas y si es muy bueno 35", "500, 550 con toda la furia", "2 palos, 2 palos y medio". */
function isStep(scan: Scan, a: Amount, b: Amount): boolean {
  const upper = raised(a, b) ?? b.value
  if (upper <= a.value || upper > a.value * 4 || a.limit !== null) return false
  const comma = b.from - a.to === 1 && isMark(scan.tokens[a.to], ',')
  if (comma && rankOf(scan, b) > 0) return true
  if (b.from - a.to < 3 && hitAt(scan, 'stretch_after', b.to) !== null) return true
  return hitsOf(scan, 'stretch').some((hit) => hit.from >= a.to && hit.to <= b.head)
}

/** "tengo 400 mil y podría conseguir 100 más": on top of the first. */
function addedTo(scan: Scan, a: Amount, b: Amount): number | null {
  if (!is(scan.tokens[b.to], 'more')) return null
  const value = b.num.scale > 1 ? b.value : b.value * a.num.scale
  return value < a.value ? a.value + value : null
}

/** "unas 3 por cabeza, puedo pagar hasta 150": nobody stretches so far. */
function isFarMore(a: Amount, b: Amount): boolean {
  return !isInScale(a, b) && b.value > a.value * a.num.scale * 20 && !a.explicit
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
