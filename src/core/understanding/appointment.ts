import { readAtoms } from './date-atoms.js'
import { clauseOf } from './other-times.js'
import { found, hitBefore, hitsOf, type Scan } from './scan.js'
import { is } from './token.js'
import type { Found, Intent } from './types.js'

/** Days from today: the first and the last on which somebody would be called or met. */
export type Appointment = readonly [from: number, to: number]

/** Nobody asks to be called on a day that lies farther ahead. */
const FARTHEST = 60

/**
 * The day on which they ask to be called or met: "llámenme el lunes". It stands in the clause of the
 * request, and no word that leads to a deadline stands before it, unless that follows the meeting itself.
 */
export function readAppointment(scan: Scan, intents: readonly Intent[]): Found<Appointment> | null {
  const requests = REQUESTS.flatMap((tag) => (intents.includes(tag) ? hitsOf(scan, tag) : []))
  if (requests.length === 0) return null
  for (const { low, high, from, to } of readAtoms(scan)) {
    if (low < 0 || low > FARTHEST) continue
    const [start, end] = clauseOf(scan, { from, to })
    const lead = hitBefore(scan, 'date_before', from)
    if (lead?.value === 'for' && !isOfMeeting(scan, start, lead.from)) continue
    if (!requests.some((hit) => hit.to > start && hit.from < end)) continue
    return found(scan, [low, high ?? low] as const, from, to, 0.9)
  }
  return null
}

/** "una cita para el jueves", and not "una cita, los necesito para el jueves". */
function isOfMeeting({ tokens }: Scan, start: number, end: number): boolean {
  const words = tokens.slice(start, end)
  const noun = words.findLastIndex((token) => is(token, 'appointment'))
  return noun >= 0 && !words.slice(noun).some((token) => is(token, 'need'))
}

const REQUESTS = ['meeting', 'handoff'] as const
