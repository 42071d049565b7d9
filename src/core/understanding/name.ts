import {
  closesClause,
  endOfName,
  exactlyKnown,
  isBeforeSurname,
  isCapital,
  isNameWord,
  isNoName,
  isShouted,
  named,
} from './name-words.js'
import { apposedName, openingName } from './opening-name.js'
import { hitAt, hitsOf, isWithin, type Scan } from './scan.js'
import { is, isMark } from './token.js'
import type { Found } from './types.js'

/** The name somebody gives: after a cue ("me llamo", "soy"), or bare where it was asked for. */
export function readName(scan: Scan): Found<string> | null {
  const asked = scan.options.question === 'name'
  const cued =
    amendedName(scan) ?? afterCue(scan, 'name_cue', true) ?? afterCue(scan, 'name_cue_weak', asked)
  if (cued !== null) return cued
  if (!asked) return openingName(scan)
  return (
    afterCue(scan, 'name_cue_asked', true) ??
    bareName(scan) ??
    openingName(scan) ??
    apposedName(scan)
  )
}

/** "Rafelin no, Rafelito": the name behind the "no" that takes another back. */
function amendedName(scan: Scan): Found<string> | null {
  const { tokens, options } = scan
  if (options.question !== 'name') return null
  const no = tokens.findIndex((token, i) => is(token, 'not_word') && isMark(tokens[i + 1], ',.'))
  if (no < 1 || no > MOST_AMENDED || !isNameWord(scan, no - 1)) return null
  const to = endOfName(scan, no + 2)
  return to === no + 2 ? null : named(scan, no + 2, to, 0.9)
}

/** Words of the wrong name that may stand before its "no". */
const MOST_AMENDED = 3

function afterCue(scan: Scan, tag: string, trusted: boolean): Found<string> | null {
  const hits = hitsOf(scan, tag)
  for (let i = hits.length - 1; i >= 0; i -= 1) {
    const hit = hits[i]
    if (hit === undefined || isWithin(scan, 'not_name_cue', hit.from)) continue
    if (hit.to === hit.from + 1 && is(scan.tokens[hit.from], 'lead_cue') && !leads(scan, hit.from))
      continue
    const name = nameAt(scan, hit.to, trusted)
    if (name !== null) return name
  }
  return null
}

/** "con Rosa", but not "Santa Rosa con Alameda": what means much else cues a name only at the beginning. */
function leads(scan: Scan, at: number): boolean {
  for (let i = 0; i < at; i += 1) {
    if (scan.tokens[i]?.kind !== 'mark' && !OPENING.some((tag) => isWithin(scan, tag, i)))
      return false
  }
  return true
}

const OPENING = ['greeting', 'filler', 'answer', 'courtesy', 'thanks']

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
  const title = is(tokens[from - 1], 'title') && isCapital(scan, tokens[from])
  const asks = tokens.some((token) => isMark(token, '?\u00bf'))
  const end = endOfName(scan, from)
  // "Licenciado Choque": a word of another kind behind a title.
  const to = end === from && title && !isNoName(scan, tokens[from]) ? from + 1 : end
  if (asks && !is(tokens[from], 'first_name') && !isMark(tokens[to], ',.')) return null
  if (to === from) return null
  // "la señorita Karla me atendió"
  if (is(tokens[to], 'me_us') && !isCourtesy(scan, to)) return null
  const ends = closesClause(scan, to) || is(tokens[from], 'first_name') || isCourtesy(scan, to)
  return ends ? named(scan, from, to, is(tokens[from], 'first_name') ? 0.95 : 0.8) : null
}

function isCourtesy(scan: Scan, at: number): boolean {
  return ['greeting', 'thanks', 'filler', 'courtesy', 'spelling', 'name_after'].some(
    (tag) => hitAt(scan, tag, at) !== null,
  )
}
