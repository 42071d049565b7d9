import { hitAt, hitBefore, numberAt, type Scan, spend } from './scan.js'
import { is, isMark } from './token.js'

/**
 * "Av. 9 de Julio 1180", "18 de Julio y Ejido", "colonia Primero de Mayo": streets and quarters that
 * are called after a day. Takes the day, and the house number after it, out of play.
 */
export function maskPlaceNames(scan: Scan): void {
  let corner = false
  for (let i = 0; i < scan.tokens.length; i += 1) {
    const end = dayEnd(scan, i)
    if (end === null) continue
    if (corner || isNamedBefore(scan, i) || isNamedAfter(scan, i, end)) {
      spend(scan, i, houseEnd(scan, end), 'masked')
      corner = hitAt(scan, 'corner', end) !== null
    }
    i = end - 1
  }
}

/** Where "9 de julio", "primero de mayo" ends, or null. */
function dayEnd({ tokens }: Scan, at: number): number | null {
  const token = tokens[at]
  const small = token?.kind === 'number' && token.text.length < 3
  const day = small || is(token, 'first') || (token?.number ?? 0) >= 1
  if (!day) return null
  let i = at + 1
  if (tokens[i]?.glued && is(tokens[i], 'ordinal_mark')) i += 1
  if (!is(tokens[i], 'of')) return null
  return (tokens[i + 1]?.month ?? null) === null ? null : i + 2
}

/** "avenida", "jr.", "barrio", "estamos en": but "el" and "para el" lead to a day. */
function isNamedBefore(scan: Scan, at: number): boolean {
  const { tokens } = scan
  const i = isMark(tokens[at - 1], '.') ? at - 1 : at
  if (hitBefore(scan, 'street', i) !== null) return true
  // Days are masculine: "la 9 de octubre" is an avenue.
  if (is(tokens[at - 1], 'avenue_article')) return true
  return hitBefore(scan, 'street_lead', at) !== null
}

/** A house number, or a corner with a name in capitals. */
function isNamedAfter(scan: Scan, at: number, end: number): boolean {
  if (is(scan.tokens[at - 1], 'day_article') || hitBefore(scan, 'date_before', at) !== null) {
    return false
  }
  if (houseEnd(scan, end) > end) return true
  const corner = hitAt(scan, 'corner', end)
  const next = corner === null ? undefined : scan.tokens[corner.to]
  if (next === undefined || corner === null) return false
  if (corner.value === 'sure' || dayEnd(scan, corner.to) !== null) return true
  const first = scan.text[next.start] ?? ''
  return next.kind === 'word' && first !== first.toLowerCase() && !is(next, 'wish')
}

/** "1180", "N34-120": past 31 and no year, with nothing counted after it. */
function houseEnd(scan: Scan, at: number): number {
  const { tokens } = scan
  const hash = isMark(tokens[at], '#') || is(tokens[at], 'ordinal_mark') ? at + 1 : at
  const i = tokens[hash]?.kind === 'word' && tokens[hash + 1]?.glued ? hash + 1 : hash
  const token = tokens[i]
  if (token?.kind !== 'number' || token.text.length > 5 || !isWhole(token.text)) return at
  const value = Number(token.text)
  if (value < 32 || (value >= 2020 && value <= 2040)) return at
  const after = tokens[i + 1]
  if (numberAt(scan, i)?.large) return at
  return after === undefined || after.kind === 'mark' || is(after, 'after_house') ? i + 1 : at
}

function isWhole(text: string): boolean {
  for (const c of text) if (c < '0' || c > '9') return false
  return true
}
