import { opensAt } from '../business/hours.js'
import type { Business, Holidays } from '../business/types.js'
import { wordList } from '../business/word-list.js'
import type { Messages } from '../messages.js'
import { instantOf, isoOf, localTime } from '../schedule/local-time.js'
import { HOUR } from '../schedule/units.js'
import type { Iso } from '../types.js'
import type { Reader } from '../understanding/types.js'
import { type Clock, readClock } from './read-clock.js'

/** A moment named in an owner's words, and the text without it. */
export type When = { readonly at: Iso; readonly rest: string }

export type ReadWhen = (text: string) => When | null

type WhenReading = {
  readonly now: Iso
  readonly business: Business
  readonly holidays: Holidays
  readonly messages: Messages
  readonly read: Reader
}

/** When the doors do not open that day. */
const NINE = 9 * 60

/**
 * Reads until when something is put off: "3 días", "hasta el lunes", "mañana a las 10", "en dos
 * horas". A day alone is meant from its opening hour on. Null for no moment, or one that is past.
 */
export function createReadWhen(reading: WhenReading): ReadWhen {
  return (text) => hoursAhead(text, reading) ?? momentIn(text, reading)
}

/** "2 horas", "en una hora". */
function hoursAhead(text: string, { messages, now }: WhenReading): When | null {
  const units = wordList(messages, 'owner.words.hour_unit').join('|')
  const ones = wordList(messages, 'owner.words.one').join('|')
  const found = new RegExp(
    `(?<![\\p{L}\\p{N}:])(\\d{1,2}|${ones})\\s+(?:${units})(?!\\p{L})`,
    'iu',
  ).exec(text)
  if (found === null) return null
  // "a las 15 horas" is an hour of the day.
  const leads = wordList(messages, 'owner.words.at_hour').join('|')
  if (new RegExp(`(?:${leads})\\s+$`, 'iu').test(text.slice(0, found.index))) return null
  const count = Number(found[1]) || 1
  const at = isoOf(Date.parse(now) + count * HOUR)
  return { at, rest: blanked(text, found.index, found[0].length) }
}

function momentIn(text: string, reading: WhenReading): When | null {
  const { now, business, read } = reading
  const clock = readClock(text, reading.messages)
  const left = clock === null ? text : blanked(text, ...clock.span)
  const today = localTime(now, business.timeZone).day
  const options = { question: 'urgency', country: business.country, today } as const
  const dated = read(left, options).urgency
  const days = dated?.value.days ?? null
  if (dated === null || days === null) return clock === null ? null : nextTime(clock, left, reading)
  const [from, to] = days
  // "hasta el lunes" is a span that ends then; "en abril" one that begins then.
  const day = today + (from <= 0 && to !== null ? to : from)
  const minute = clock?.minute ?? opensAt(business.hours, day, reading.holidays) ?? NINE
  const at = instantOf(day, minute, business.timeZone)
  const [start, end] = dated.span
  return at > now ? { at, rest: blanked(left, start, end - start) } : null
}

/** An hour without a day is the next time the clock shows it. */
function nextTime({ minute }: Clock, rest: string, { now, business }: WhenReading): When {
  const { day } = localTime(now, business.timeZone)
  const today = instantOf(day, minute, business.timeZone)
  return { at: today > now ? today : instantOf(day + 1, minute, business.timeZone), rest }
}

/** The text with a stretch of it as spaces: offsets stay as they are. */
function blanked(text: string, start: number, length: number): string {
  return text.slice(0, start) + ' '.repeat(length) + text.slice(start + length)
}
