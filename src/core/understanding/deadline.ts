import { isEveryWeek, replacement } from './another-day.js'
import type { Hit } from './automaton.js'
import { type Atom, readAtoms } from './date-atoms.js'
import { isOthers, isWished } from './other-times.js'
import { isPastEvent } from './past-event.js'
import { isPick } from './pick.js'
import { hitAt, hitBefore, hitsOf, isWithin, type Scan, spend } from './scan.js'
import { is, isMark } from './token.js'
import type { Intent } from './types.js'

/** A stretch of days by which it may be needed. */
export type Deadline = Atom & {
  /** 2 when words such as "para" lead to it. */
  readonly rank: number
  readonly negated: boolean
  /** "puse abril pero es mayo": what was said before. */
  readonly said: boolean
}

/** Reads every stretch of days that may be a deadline and takes its words out of play. */
export function readDeadlines(scan: Scan, intents: readonly Intent[]): Deadline[] {
  const out: Deadline[] = []
  const atoms = readAtoms(scan)
  for (let i = 0; i < atoms.length; i += 1) {
    let atom = atoms[i]
    if (atom === undefined) continue
    const next = atoms[i + 1]
    if (next !== undefined && linked(scan, atom, next)) {
      const high = Math.max(atom.high ?? atom.low, next.high ?? next.low)
      atom = { ...atom, low: Math.min(atom.low, next.low), high, to: next.to }
      i += 1
    }
    if (next !== undefined && isEveryWeek(scan, atom, next)) {
      spend(scan, atom.from, next.to, 'masked')
      i += 1
      continue
    }
    atom = withOther(scan, atom)
    const { gone, lead, ...bounds } = applyOperators(scan, atom)
    const { from, to } = bounds
    const deadline = { ...atom, ...bounds }
    if (gone || isPutOff(scan, deadline) || isOthers(scan, intents, { from, to, lead })) {
      spend(scan, from, to, 'masked')
      continue
    }
    const asked = scan.options.question === 'urgency'
    if (bounds.low < 0 || (atom.weak && lead === 'none' && !asked)) continue
    // "mi turno es de noche, 12 horas"
    if (atom.unit === 'hour' && lead === 'none' && !isPick(scan, from, to)) continue
    // "en 20 minutos entro a una junta"
    if (atom.unit === 'minute' && !isPick(scan, from, to) && !isWished(scan, bounds)) continue
    spend(scan, from, to, 'date')
    out.push(deadline)
  }
  const replaced = replacement(scan, out)
  return replaced === null ? out : [...out, replaced]
}

/** "esta semana o la otra" */
function withOther(scan: Scan, atom: Atom): Atom {
  if (atom.step === undefined || !is(scan.tokens[atom.to], 'range_link')) return atom
  const other = hitAt(scan, 'other_one', atom.to + 1)
  if (other === null) return atom
  return { ...atom, high: (atom.high ?? atom.low) + atom.step, to: other.to }
}

/** "mañana le confirmo", "les aviso el lunes": when they will answer, not when it is needed. */
function isPutOff(scan: Scan, { from, to }: Deadline): boolean {
  return hitsOf(scan, 'cue').some(
    (hit) =>
      PUTTING_OFF.includes(hit.value) &&
      hit.from <= to &&
      from <= hit.to &&
      // "no later than Monday"
      !(from < hit.from && hit.to < to),
  )
}

const PUTTING_OFF = ['later', 'waits']

function linked(scan: Scan, a: Atom, b: Atom): boolean {
  const gap = scan.tokens.slice(a.to, b.from).filter((token) => !is(token, 'date_filler'))
  const [link] = gap
  // "abril mayo"
  if (a.to === b.from) return isMonth(scan, a) && isMonth(scan, b)
  if (gap.length !== 1 || link === undefined) return false
  const between = is(scan.tokens[a.from - 1], 'between') || is(scan.tokens[a.from - 2], 'between')
  return is(link, 'range_link') || isMark(link, '-/') || (is(link, 'and') && between)
}

function isMonth({ tokens }: Scan, { from, to }: Atom): boolean {
  return to - from === 1 && (tokens[from]?.month ?? null) !== null
}

/** What the words around a stretch of days make of it. */
type Bounds = {
  from: number
  to: number
  low: number
  high: number | null
  rank: number
  negated: boolean
  said: boolean
  lead: Lead
  /** It lies in the past, or is not when it is needed. */
  gone: boolean
}

/** `firm` leads stand before nothing but deadlines; `till` is "hasta", also of a goodbye. */
export type Lead = 'none' | 'some' | 'till' | 'firm'

const FIRM = ['for', 'before', 'by', 'until', 'after', 'from', 'start_of', 'end_of']
const LIGHT = ['soft', 'article']

function applyOperators(scan: Scan, atom: Atom): Bounds {
  const { from, to, low, high } = atom
  const bounds: Bounds = {
    from,
    to,
    low,
    high,
    rank: 1,
    negated: hitBefore(scan, 'not_value', from) !== null || isRefused(scan, to),
    said: false,
    lead: 'none',
    gone: false,
  }
  for (let round = 0; round < 6 && takeBefore(scan, atom, bounds); round += 1);
  if (bounds.lead === 'none' && !atom.length) takeThroughNoun(scan, atom, bounds)
  takeAfter(scan, atom, bounds)
  if (
    isWithin(scan, 'past', bounds.from) ||
    isWithin(scan, 'past', atom.from) ||
    isWithin(scan, 'no_deadline', atom.from)
  ) {
    return { ...bounds, from: atom.from, to: atom.to, gone: true }
  }
  const told = isPastEvent(scan, bounds.from, bounds.to) || isJustPast(scan, atom, bounds)
  if (bounds.lead !== 'firm' && told) bounds.gone = true
  bounds.negated ||= isRefused(scan, bounds.to)
  return bounds
}

/** Days to a date of the calendar that has only just passed. */
const ALMOST_A_YEAR = 290

/** "la boleta es del 5 de febrero", said in March: the last one, and not the next. */
function isJustPast(scan: Scan, atom: Atom, { from, to }: Bounds): boolean {
  if (atom.length || atom.feast || atom.low < ALMOST_A_YEAR || atom.low !== atom.high) return false
  return atom.low < 366 && !isPick(scan, from, to)
}

/** Reads one operator before it; false when there is none, or none that lets more follow. */
function takeBefore(scan: Scan, atom: Atom, bounds: Bounds): boolean {
  const hit = hitBefore(scan, 'date_before', bounds.from)
  if (hit === null || (hit.value === 'elapsed' && !atom.length)) return false
  const { value } = hit
  bounds.gone = (value === 'past' && !isSetRight(scan, hit.from)) || value === 'elapsed'
  bounds.gone ||= value === 'since' && !isStart(scan, hit.from)
  bounds.from = hit.from
  if (bounds.gone) return false
  bounds.negated ||= hitBefore(scan, 'not_value', hit.from) !== null
  takeLead(scan, atom, hit, bounds)
  return true
}

function takeLead(scan: Scan, atom: Atom, { value }: Hit, bounds: Bounds): void {
  // "hasta después de semana santa"
  const after = bounds.high === null && bounds.lead === 'firm'
  bounds.said ||= value === 'said'
  if (value === 'for') bounds.rank = 2
  bounds.lead = leadOf(scan, value, bounds.lead)
  if (!(after && (value === 'till' || value === 'until'))) restrict(atom, value, bounds)
}

/** "no era el 15, era el 25": the past of what was said, and not of the day. */
function isSetRight(scan: Scan, at: number): boolean {
  return is(scan.tokens[at], 'was') && hitsOf(scan, 'correction').length > 0
}

/** "para el desfile de agosto", "antes del feriado de semana santa": what leads to the noun leads to its day. */
function takeThroughNoun(scan: Scan, atom: Atom, bounds: Bounds): void {
  const of = bounds.from < atom.from ? bounds.from : bounds.from - 1
  if (!is(scan.tokens[of], 'of') || scan.tokens[of - 1]?.kind !== 'word') return
  const article = hitBefore(scan, 'date_before', of - 1)
  const lead = article?.value === 'article' ? hitBefore(scan, 'date_before', article.from) : article
  if (lead === null || !THROUGH.includes(lead.value)) return
  bounds.from = lead.from
  takeLead(scan, atom, lead, bounds)
}

const THROUGH = ['for', 'before']

function leadOf({ options }: Scan, value: string, before: Lead): Lead {
  if (before === 'firm' || FIRM.includes(value)) return 'firm'
  if (value === 'till') return options.question === 'urgency' ? 'firm' : 'till'
  return LIGHT.includes(value) ? before : before === 'till' ? before : 'some'
}

function restrict(atom: Atom, value: string, bounds: Bounds): void {
  const { low, high } = bounds
  if (value === 'before') {
    bounds.low = 0
    bounds.high = untilOf(atom)
  } else if (value === 'by' || value === 'until' || value === 'till') bounds.low = 0
  else if (value === 'after') {
    bounds.low = afterOf(atom)
    bounds.high = null
  } else if (value === 'from' || value === 'since') bounds.high = null
  else if (value === 'start_of') bounds.high = Math.min(high ?? low + 6, low + 6)
  else if (value === 'end_of') bounds.low = high ?? low
}

function takeAfter(scan: Scan, atom: Atom, bounds: Bounds): void {
  const hit = bounds.gone ? null : hitAt(scan, 'date_after', bounds.to)
  if (hit === null) return
  bounds.to = hit.to
  if (bounds.lead === 'none') bounds.lead = 'some'
  if (hit.value === 'past') bounds.gone = true
  else restrict(atom, hit.value, bounds)
}

/** "desde el lunes" begins an answer; "no enfría desde el lunes" tells how long. */
function isStart(scan: Scan, at: number): boolean {
  if (scan.options.question !== 'urgency') return false
  for (let i = at - 1; i >= 0; i -= 1) {
    const token = scan.tokens[i]
    if (token?.kind === 'mark') return true
    if (!['filler', 'answer', 'greeting'].some((tag) => isWithin(scan, tag, i))) return false
  }
  return true
}

/** "en enero no, en febrero": a no that closes what it stands behind. */
function isRefused({ tokens }: Scan, to: number): boolean {
  const after = tokens[to + 1]
  return tokens[to]?.text === 'no' && (after === undefined || isMark(after, ',.;'))
}

/** "antes de junio" ends on the last of May; "antes de fin de mes" with the month. */
function untilOf(atom: Atom): number {
  if (atom.length || atom.ends) return atom.high ?? atom.low
  return atom.high !== null && atom.high > atom.low ? Math.max(atom.low - 1, 0) : atom.low
}

function afterOf(atom: Atom): number {
  return atom.length ? (atom.high ?? atom.low) : (atom.high ?? atom.low) + 1
}
