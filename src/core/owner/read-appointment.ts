import { wordList } from '../business/word-list.js'
import { civil, instantOf, localTime, weekdayOf } from '../schedule/local-time.js'
import { foldWord } from '../understanding/normalise.js'
import { readClock } from './read-clock.js'
import type { When } from './read-when.js'
import type { World } from './types.js'

/** A moment, and whether its hour was said. */
type Appointment = When & { readonly timed: boolean }

/** An hour at which somebody is called or met. */
const EARLIEST = 7
const LATEST = 20

/**
 * Reads the day of a call or meeting: "el viernes", "viernes 13 a las 4", "martes 10". A number after a
 * weekday is the day of the month where the next one of that name has it, and else an hour. Where no
 * hour was said it is the one at which the business calls. Null for no moment.
 */
export function readAppointment(text: string, world: World): Appointment | null {
  const clear = withHour(text, world)
  const when = world.readWhen(clear)
  if (when === null) return null
  if (readClock(clear, world.messages) !== null) return { ...when, timed: true }
  const { calls, timeZone } = world.business
  const { day } = localTime(when.at, timeZone)
  const at = instantOf(day, calls.at, timeZone)
  return at > world.now ? { at, rest: when.rest, timed: false } : { ...when, timed: false }
}

/** "martes 10" where the next Tuesday is the 17th: "martes a las 10". */
function withHour(text: string, world: World): string {
  const { messages, now, business } = world
  const weekdays = wordList(messages, 'time.weekdays')
  const [at = ''] = wordList(messages, 'owner.words.at_hour')
  const today = localTime(now, business.timeZone).day
  return text.replace(WEEKDAY_NUMBER, (whole, name: string, number: string) => {
    const weekday = weekdays.indexOf(foldWord(name))
    const said = Number(number)
    if (weekday < 0 || said < EARLIEST || said > LATEST) return whole
    const next = today + ((weekday - weekdayOf(today) + 7) % 7)
    const isDate =
      civil(next).date === said && instantOf(next, business.calls.at, business.timeZone) > now
    return isDate ? whole : `${name} ${at} ${number}`
  })
}

/** A weekday and a bare number, no month and no minutes behind it. */
const WEEKDAY_NUMBER = /(?<!\p{L})(\p{L}{5,9})\s+(\d{1,2})(?![\d:.]|\s+(?:de|a)\s)/gu
