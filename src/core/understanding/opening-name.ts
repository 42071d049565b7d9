import { closesClause, endOfName, isCapital, isShouted, named } from './name-words.js'
import { hitAt, type Scan } from './scan.js'
import { is, isMark, type Token } from './token.js'
import type { Found } from './types.js'

/**
 * The name with which a message begins: "hola, es Glorimar, ...", "Gonzalo por acá, ...", "Fernando. 600
 * euros." A first name before a comma only may call somebody else.
 */
export function openingName(scan: Scan): Found<string> | null {
  const { tokens } = scan
  let from = 0
  while (isOpening(scan, from))
    from = (hitAt(scan, 'greeting', from) ?? hitAt(scan, 'filler', from))?.to ?? from + 1
  const cue = hitAt(scan, 'name_cue_first', from)
  if (cue !== null) from = cue.to
  const titled = from
  while (is(tokens[from], 'title') || (from > titled && isMark(tokens[from], '.'))) from += 1
  const first = tokens[from]
  if (!isCapital(scan, first) || isShouted(scan)) return null
  const to = endOfName(scan, from)
  if (to === from) return null
  const told = hitAt(scan, 'name_after', to) !== null
  const unheard =
    (cue !== null || told || from > titled) && first?.known === false && !is(first, 'place')
  if (!isOnlyName(first) && !unheard) return null
  const closed = closesClause(scan, to) || isPlacedBy(scan, to)
  // "saludos, Ing. Byron Chicaiza de Ambato"; "señorita Carla, …" calls somebody.
  const announced = cue !== null || (from > titled && titled > 0 && to > from + 1)
  const ends = announced ? closed || told : isOwnName(scan, from, to)
  return ends ? named(scan, from, to, 0.8) : null
}

/** "es Robinson, el del colmado" */
function isPlacedBy({ tokens }: Scan, at: number): boolean {
  return is(tokens[at], 'the') && is(tokens[at + 1], 'of')
}

function isOpening(scan: Scan, at: number): boolean {
  if (scan.tokens[at] === undefined) return false
  if (scan.tokens[at]?.kind === 'mark' || hitAt(scan, 'greeting', at) !== null) return true
  return hitAt(scan, 'filler', at) !== null && !is(scan.tokens[at], 'title')
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
export function apposedName(scan: Scan): Found<string> | null {
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
