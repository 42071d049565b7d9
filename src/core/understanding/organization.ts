import { found, hitsOf, type Scan } from './scan.js'
import { is, type Token } from './token.js'
import type { Found } from './types.js'

/** The business of the person: "del restaurante La Alacena", "de la empresa Aceros JR", "soy Ana, de Bancolombia". */
export function readOrganization(scan: Scan, name: Found<string> | null): Found<string> | null {
  for (const hit of hitsOf(scan, 'organization_cue')) {
    const org = properAt(scan, hit.to)
    if (org !== null) return org
  }
  for (let i = 1; i < scan.tokens.length; i += 1) {
    if (!is(scan.tokens[i], 'organization') || !isIntroduced(scan, i)) continue
    const org = properAt(scan, i + 1)
    if (org !== null) return org
  }
  return byLegalForm(scan) ?? (name === null ? null : afterName(scan, name))
}

/** "Hospedaje Los Portales SAC": capitals before what a company is in law. */
function byLegalForm(scan: Scan): Found<string> | null {
  const { tokens } = scan
  const last = tokens.findIndex(
    (token, at) => is(token, 'legal_form') && isCapital(scan, tokens[at - 1]),
  )
  let from = last
  while (from > 0 && last - from < LONGEST && isOfName(scan, from - 1)) from -= 1
  while (from < last && !isCapital(scan, tokens[from])) from += 1
  if (last <= from) return null
  const org = found(scan, '', from, last + 1, 0.9)
  return { ...org, value: org.said }
}

const LONGEST = 6

function isOfName(scan: Scan, at: number): boolean {
  const token = scan.tokens[at]
  if (token?.text === '&') return true
  const joins = is(token, 'the') || is(token, 'name_particle')
  return isCapital(scan, token) || (joins && at > 0 && isCapital(scan, scan.tokens[at - 1]))
}

/** "estoy en Medellín", "somos de Cali", "vivo en el barrio Restrepo", "¿envían a Cali?" */
export function readPlace(scan: Scan): Found<string> | null {
  for (const hit of hitsOf(scan, 'place_cue')) {
    if (is(scan.tokens[hit.to], 'organization')) continue
    const place = properAt(scan, hit.to) ?? listedPlace(scan, hit.to)
    if (place !== null && /^\D/.test(place.value)) return place
  }
  for (const hit of hitsOf(scan, 'sent_to')) {
    const place = listedPlace(scan, hit.to)
    if (place !== null) return place
  }
  return null
}

function isIntroduced({ tokens }: Scan, at: number): boolean {
  const before = tokens[at - 1]
  return is(before, 'of') || ((is(before, 'the') || is(before, 'my')) && is(tokens[at - 2], 'of'))
}

function afterName(scan: Scan, name: Found<string>): Found<string> | null {
  const { tokens } = scan
  let i = tokens.findIndex((token) => token.start >= name.span[1])
  if (i < 0) return null
  if (tokens[i]?.text === ',') i += 1
  if (!is(tokens[i], 'of')) return null
  if (is(tokens[i + 1], 'place') || is(tokens[i + 1], 'organization')) return null
  return properAt(scan, i + 1)
}

/** Up to five capitalised words, with their articles and particles. */
function properAt(scan: Scan, at: number): Found<string> | null {
  const { tokens } = scan
  let from = at
  while (
    tokens[from]?.kind === 'mark' &&
    from < at + 2 &&
    ':"«“\''.includes(tokens[from]?.text ?? '')
  )
    from += 1
  let to = from
  let end = from
  while (to < tokens.length && to - from < 6) {
    const token = tokens[to]
    if (token?.kind === 'mark' ? !(token.text === '&' && to > from) : token === undefined) break
    if (token?.kind === 'number' && to === from) break
    if (isCapital(scan, token) || token?.kind === 'number') end = to + 1
    else if (token?.kind === 'word' && !is(token, 'the') && !is(token, 'name_particle')) break
    to += 1
  }
  if (end === from) return null
  const start = is(tokens[from], 'the') && !isCapital(scan, tokens[from]) ? from + 1 : from
  const org = found(scan, '', start, end, 0.8)
  return { ...org, value: org.said }
}

function listedPlace(scan: Scan, at: number): Found<string> | null {
  if (!is(scan.tokens[at], 'place')) return null
  const place = found(scan, '', at, at + 1, 0.8)
  return { ...place, value: place.said.charAt(0).toUpperCase() + place.said.slice(1) }
}

function isCapital(scan: Scan, token: Token | undefined): boolean {
  if (token?.kind !== 'word') return false
  const letter = scan.text[token.start] ?? ''
  return letter !== letter.toLowerCase()
}
