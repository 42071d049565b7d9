import { type Messages, message } from '../messages.js'

/** `h24_letter` is "18h" and "12h30", `h12_marked` always tells which half of the day. */
type Clock = 'h12' | 'h12_marked' | 'h24' | 'h24_minutes' | 'h24_letter'

/** Countries that say "las 18" or, with minutes always, "las 18:00"; the others say "las 6". */
const CLOCKS: { readonly [country: string]: Clock } = {
  AR: 'h24',
  UY: 'h24',
  PY: 'h24',
  ES: 'h24_minutes',
}

/** Minutes since midnight as people of the country say them: "las 6", "la 1", "la medianoche". */
export function hourText(minute: number, country: string, messages: Messages): string {
  if (minute % 1440 === 0) return message(messages, 'time.midnight')
  const hour = figureOf(minute, clockOf(country, messages))
  const marked = clockOf(country, messages) === 'h12_marked'
  return withArticle(
    minute,
    country,
    marked ? clockText(minute, country, messages) : hour,
    messages,
  )
}

/** The same where morning and afternoon could be meant: "las 10:40 p. m.". */
export function preciseHourText(minute: number, country: string, messages: Messages): string {
  return withArticle(minute, country, clockText(minute, country, messages), messages)
}

/** "8 a. m." or "18:00". */
export function clockText(minute: number, country: string, messages: Messages): string {
  const clock = clockOf(country, messages)
  const hour = figureOf(minute, clock)
  if (!isHalved(clock)) return hour
  return minute % 1440 < 720
    ? message(messages, 'time.before_noon', { hour })
    : message(messages, 'time.after_noon', { hour })
}

function withArticle(minute: number, country: string, hour: string, messages: Messages): string {
  return message(messages, 'time.hour', { hour, n: hourOf(minute, clockOf(country, messages)) })
}

function figureOf(minute: number, clock: Clock): string {
  const rest = minute % 60
  const bare = rest === 0 && clock !== 'h24_minutes'
  const hour = String(hourOf(minute, clock))
  const mark = clock === 'h24_letter' ? 'h' : ':'
  if (!bare) return `${hour}${mark}${String(rest).padStart(2, '0')}`
  return clock === 'h24_letter' ? `${hour}h` : hour
}

function hourOf(minute: number, clock: Clock): number {
  const hour = Math.floor(minute / 60) % 24
  return isHalved(clock) ? hour % 12 || 12 : hour
}

function isHalved(clock: Clock): boolean {
  return clock === 'h12' || clock === 'h12_marked'
}

/** As the language has it, else as the country does. */
function clockOf(country: string, messages: Messages): Clock {
  const own = message(messages, 'time.clock')
  return own === 'h24_letter' || own === 'h12_marked' ? own : (CLOCKS[country] ?? 'h12')
}
