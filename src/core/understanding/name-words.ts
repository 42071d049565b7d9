import { found, type Scan } from './scan.js'
import { is, isMark, type Token } from './token.js'
import type { Found } from './types.js'

const MOST_WORDS = 4

/** The token behind the name that starts at a token; that token itself where none does. */
export function endOfName(scan: Scan, from: number): number {
  const { tokens } = scan
  let to = from
  let words = 0
  while (to < tokens.length && to - from < MOST_WORDS + 2) {
    const token = tokens[to]
    if (is(token, 'name_short') && (isCapital(scan, token) || isMark(tokens[to + 1], '.'))) {
      to += isMark(tokens[to + 1], '.') ? 2 : 1
      continue
    }
    if (to > from && is(token, 'name_particle')) {
      const next = skipParticles(scan, to)
      if (!is(tokens[next], 'particle_name') || next - from > MOST_WORDS + 1) break
      to = next + 1
      words += 1
      continue
    }
    const written = is(token, 'particle_name') || (isCapital(scan, token) && !isShouted(scan))
    const surname = to > from && written && !isNoName(scan, token)
    if (!(surname || isNameWord(scan, to)) || words >= MOST_WORDS) break
    if (to > from && is(tokens[from], 'first_name') && !isLikelySurname(scan, to)) break
    to += 1
    words += 1
  }
  return to
}

function skipParticles({ tokens }: Scan, at: number): number {
  let i = at
  while (is(tokens[i], 'name_particle') && i < at + 3) i += 1
  return i
}

/** After a first name in small letters only words the lexicon does not use count as surnames. */
function isLikelySurname(scan: Scan, at: number): boolean {
  const token = scan.tokens[at]
  return (
    ['first_name', 'particle_name'].some((group) => is(token, group)) ||
    isCapital(scan, token) ||
    !exactlyKnown(token)
  )
}

/** Whether a word may be a name: listed as one, or heard nowhere else. */
export function isNameWord(scan: Scan, at: number): boolean {
  const token = scan.tokens[at]
  if (token?.kind !== 'word') return false
  // Before what is no name otherwise: Domingo, Abril and Julio are people too.
  if (is(token, 'first_name') && token.word === token.text) return true
  if (isNoName(scan, token)) return false
  if (scan.uses[at] === 'masked' || token.text.length < 2) return false
  return !exactlyKnown(token) || isBeforeSurname(scan, at)
}

/** "León Pérez", "Segundo Toapanta": a word of another kind, written as a name is and before a surname. */
export function isBeforeSurname(scan: Scan, at: number): boolean {
  const [token, next] = [scan.tokens[at], scan.tokens[at + 1]]
  if (scan.options.question !== 'name' || isShouted(scan)) return false
  if (!isCapital(scan, token) || !isCapital(scan, next) || next?.kind !== 'word') return false
  if (['wish', 'title', 'not_name'].some((group) => is(token, group))) return false
  if (is(next, 'not_name')) return false
  return !exactlyKnown(next) || is(next, 'first_name')
}

/** "cocinero", but not what is corrected into it: a Batista is no barista. */
export function isNoName(scan: Scan, token: Token | undefined): boolean {
  return is(token, 'not_name') && (exactlyKnown(token) || !isCapital(scan, token))
}

/** Known as written, not by the correction of a typo. */
export function exactlyKnown(token: Token | undefined): boolean {
  return token?.known === true && (token.word === token.text || token.text.length < 5)
}

/** Whether it was written with a capital. */
export function isCapital(scan: Scan, token: Token | undefined): boolean {
  const letter = scan.text[token?.start ?? 0] ?? ''
  return letter !== letter.toLowerCase()
}

/** A text all in capitals says nothing by them. */
export function isShouted({ text }: Scan): boolean {
  return text.length > 3 && text === text.toUpperCase()
}

/** Whether a name that ends there may be all that is told. */
export function closesClause(scan: Scan, at: number): boolean {
  const next = scan.tokens[at]
  if (next === undefined || next.kind === 'mark') return true
  return is(next, 'of') || is(next, 'and')
}

/** A name as it is shown: small letters get their capitals. */
export function named(scan: Scan, from: number, to: number, confidence: number): Found<string> {
  const name = found(scan, '', from, to, confidence)
  return { ...name, value: titled(scan, name.said, from, to) }
}

function titled(scan: Scan, said: string, from: number, to: number): string {
  const mixed = said !== said.toLowerCase() && said !== said.toUpperCase()
  if (mixed) return said
  const words: string[] = []
  for (let i = from; i < to; i += 1) {
    const token = scan.tokens[i]
    if (token === undefined || token.kind === 'mark') continue
    const word = scan.text.slice(token.start, token.end).toLowerCase()
    words.push(is(token, 'name_particle') ? word : word.slice(0, 1).toUpperCase() + word.slice(1))
  }
  return words.join(' ')
}
