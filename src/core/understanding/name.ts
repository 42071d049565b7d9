import { found, hitAt, hitsOf, isWithin, type Scan } from './scan.js'
import { is, isMark, type Token } from './token.js'
import type { Found } from './types.js'

const MOST_WORDS = 4

/** The name somebody gives: after a cue ("me llamo", "soy"), or bare where it was asked for. */
export function readName(scan: Scan): Found<string> | null {
  const asked = scan.options.question === 'name'
  const cued = afterCue(scan, 'name_cue', true) ?? afterCue(scan, 'name_cue_weak', asked)
  if (cued !== null) return cued
  if (!asked) return openingName(scan)
  return (
    afterCue(scan, 'name_cue_asked', true) ??
    bareName(scan) ??
    openingName(scan) ??
    apposedName(scan)
  )
}

function afterCue(scan: Scan, tag: string, trusted: boolean): Found<string> | null {
  const hits = hitsOf(scan, tag)
  for (let i = hits.length - 1; i >= 0; i -= 1) {
    const hit = hits[i]
    if (hit === undefined || isWithin(scan, 'not_name_cue', hit.from)) continue
    const name = nameAt(scan, hit.to, trusted)
    if (name !== null) return name
  }
  return null
}

/** The name that starts at a token, titles skipped. */
function nameAt(scan: Scan, at: number, trusted: boolean): Found<string> | null {
  const { tokens } = scan
  let from = at
  while (isMark(tokens[from], ':*"?¿')) from += 1
  while (is(tokens[from], 'title') || isMark(tokens[from], '.')) from += 1
  // "el ing. Restrepo": after a title a place is a name as well.
  const titled = from > at && is(tokens[from], 'place') && isCapital(scan, tokens[from])
  const end = titled ? from + 1 : endOfName(scan, from)
  const to = end === from && isNickname(scan, from) ? from + 1 : end
  if (to === from) return null
  const first = tokens[from]
  if (isTrade(scan, from)) return null
  const sure = trusted || is(first, 'first_name') || (isCapital(scan, first) && !isShouted(scan))
  if (!sure && !closesClause(scan, to)) return null
  return named(scan, from, to, sure ? 0.95 : 0.75)
}

/** "soy el Pato", "me dicen Caro": a word of another kind, written as a name is where one was asked for. */
function isNickname(scan: Scan, at: number): boolean {
  const token = scan.tokens[at]
  if (scan.options.question !== 'name' || token?.kind !== 'word' || isShouted(scan)) return false
  if (!isCapital(scan, token) || !exactlyKnown(token) || !closesClause(scan, at + 1)) return false
  if (token.text.length < 3 || is(token, 'not_name') || is(token, 'wish')) return false
  return !['filler', 'courtesy', 'answer', 'answer_asked'].some((tag) => isWithin(scan, tag, at))
}

/** "soy enfermera", "soy contratista": known by its ending, unless written as a name is. */
function isTrade(scan: Scan, at: number): boolean {
  const token = scan.tokens[at]
  if (token === undefined || is(token, 'first_name') || token.text.length < 6) return false
  if (isCapital(scan, token) && !isShouted(scan)) return false
  return scan.vocabulary.endings.some((ending) => token.text.endsWith(ending))
}

function endOfName(scan: Scan, from: number): number {
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
    const surname = to > from && written && !is(token, 'not_name')
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

function isNameWord(scan: Scan, at: number): boolean {
  const token = scan.tokens[at]
  if (token?.kind !== 'word') return false
  // Before what is no name otherwise: Domingo, Abril and Julio are people too.
  if (is(token, 'first_name') && token.word === token.text) return true
  if (is(token, 'not_name')) return false
  if (scan.uses[at] === 'masked' || token.text.length < 2) return false
  return !exactlyKnown(token) || isBeforeSurname(scan, at)
}

/** "León Pérez", "Segundo Toapanta": a word of another kind, written as a name is and before a surname. */
function isBeforeSurname(scan: Scan, at: number): boolean {
  const [token, next] = [scan.tokens[at], scan.tokens[at + 1]]
  if (scan.options.question !== 'name' || isShouted(scan)) return false
  if (!isCapital(scan, token) || !isCapital(scan, next) || next?.kind !== 'word') return false
  if (['wish', 'title', 'not_name'].some((group) => is(token, group))) return false
  if (is(next, 'not_name')) return false
  return !exactlyKnown(next) || is(next, 'first_name')
}

/** Known as written, not by the correction of a typo. */
function exactlyKnown(token: Token | undefined): boolean {
  return token?.known === true && (token.word === token.text || token.text.length < 5)
}

function isCapital(scan: Scan, token: Token | undefined): boolean {
  const letter = scan.text[token?.start ?? 0] ?? ''
  return letter !== letter.toLowerCase()
}

/** A text all in capitals says nothing by them. */
function isShouted({ text }: Scan): boolean {
  return text.length > 3 && text === text.toUpperCase()
}

function closesClause(scan: Scan, at: number): boolean {
  const next = scan.tokens[at]
  if (next === undefined || next.kind === 'mark') return true
  return is(next, 'of') || is(next, 'and')
}

function bareName(scan: Scan): Found<string> | null {
  const { tokens } = scan
  let from = 0
  while (from < tokens.length) {
    const hit =
      hitAt(scan, 'greeting', from) ?? hitAt(scan, 'filler', from) ?? hitAt(scan, 'answer', from)
    const skip = hit ?? hitAt(scan, 'correction', from) ?? hitAt(scan, 'courtesy', from)
    if (hitAt(scan, 'greeting', from) === null && isBeforeSurname(scan, from)) break
    if (skip !== null) from = skip.to
    else if (tokens[from]?.kind === 'mark' || is(tokens[from], 'title')) from += 1
    else break
  }
  const asks = tokens.some((token) => isMark(token, '?\u00bf'))
  const to = endOfName(scan, from)
  if (asks && !is(tokens[from], 'first_name') && !isMark(tokens[to], ',.')) return null
  if (to === from) return null
  const ends = closesClause(scan, to) || is(tokens[from], 'first_name') || isCourtesy(scan, to)
  return ends ? named(scan, from, to, is(tokens[from], 'first_name') ? 0.95 : 0.8) : null
}

/**
 * The name with which a message begins: "hola, es Glorimar, ...", "Gonzalo por acá, ...", "Fernando. 600
 * euros." A first name before a comma only may call somebody else.
 */
function openingName(scan: Scan): Found<string> | null {
  const { tokens } = scan
  let from = 0
  while (isOpening(scan, from)) from = hitAt(scan, 'greeting', from)?.to ?? from + 1
  const cue = hitAt(scan, 'name_cue_first', from)
  if (cue !== null) from = cue.to
  const first = tokens[from]
  if (!isCapital(scan, first) || isShouted(scan)) return null
  const unheard = cue !== null && first?.known === false && !is(first, 'place')
  if (!isOnlyName(first) && !unheard) return null
  const to = endOfName(scan, from)
  if (to === from) return null
  const ends = cue !== null ? closesClause(scan, to) : isOwnName(scan, from, to)
  return ends ? named(scan, from, to, 0.8) : null
}

function isOpening(scan: Scan, at: number): boolean {
  if (scan.tokens[at] === undefined) return false
  return scan.tokens[at]?.kind === 'mark' || hitAt(scan, 'greeting', at) !== null
}

function isOnlyName(token: Token | undefined): boolean {
  return is(token, 'first_name') && token?.month === null && token.weekday === null
}

function isOwnName(scan: Scan, from: number, to: number): boolean {
  const { tokens } = scan
  const after = isMark(tokens[to], ',') ? to + 1 : to
  if (hitAt(scan, 'name_after', after) !== null) return true
  // "buenas! Gaby Chaves, ya les escribí"; "hola Gaby, …" calls somebody else.
  const opens = from === 0 || (isMark(tokens[from - 1], '!.,') && to > from + 1)
  if (!opens || tokens[to + 1] === undefined) return false
  if (isMark(tokens[to], '.')) return true
  return isMark(tokens[to], ',') && (to > from + 1 || is(tokens[to + 1], 'of'))
}

/** "soy maestra, Ivelisse Rosado, salón 12": two words or more of a name, and nothing else between its marks. */
function apposedName(scan: Scan): Found<string> | null {
  const { tokens } = scan
  for (let from = 1; from < tokens.length; from += 1) {
    const first = tokens[from]
    if (!isMark(tokens[from - 1], ',.:(') || !isCapital(scan, first) || isShouted(scan)) continue
    const to = endOfName(scan, from)
    if (to < from + 2 || !isCapital(scan, tokens[to - 1])) continue
    const ends = tokens[to] === undefined || isMark(tokens[to], ',.)')
    if (ends && is(first, 'first_name')) return named(scan, from, to, 0.75)
  }
  return null
}

function isCourtesy(scan: Scan, at: number): boolean {
  return ['greeting', 'thanks', 'filler', 'courtesy', 'spelling'].some(
    (tag) => hitAt(scan, tag, at) !== null,
  )
}

function named(scan: Scan, from: number, to: number, confidence: number): Found<string> {
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
