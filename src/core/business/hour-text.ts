import { type Messages, message } from '../messages.js'

/** Countries that say "las 18" or, with minutes always, "las 18:00"; the others say "las 6". */
const CLOCKS: { readonly [country: string]: 'h24' | 'h24_minutes' } = {
  AR: 'h24',
  UY: 'h24',
  PY: 'h24',
  ES: 'h24_minutes',
}

/** Minutes since midnight as people of the country say them: "las 6", "la 1", "la medianoche". */
export function hourText(minute: number, country: string, messages: Messages): string {
  if (minute % 1440 === 0) return message(messages, 'time.midnight')
  return withArticle(minute, country, figureOf(minute, country), messages)
}

/** The same where morning and afternoon could be meant: "las 10:40 p. m.". */
export function preciseHourText(minute: number, country: string, messages: Messages): string {
  return withArticle(minute, country, clockText(minute, country, messages), messages)
}

/** "8 a. m." or "18:00". */
export function clockText(minute: number, country: string, messages: Messages): string {
  const hour = figureOf(minute, country)
  if (CLOCKS[country] !== undefined) return hour
  return minute % 1440 < 720
    ? message(messages, 'time.before_noon', { hour })
    : message(messages, 'time.after_noon', { hour })
}

function withArticle(minute: number, country: string, hour: string, messages: Messages): string {
  return message(messages, 'time.hour', { hour, n: hourOf(minute, country) })
}

function figureOf(minute: number, country: string): string {
  const rest = minute % 60
  const bare = rest === 0 && CLOCKS[country] !== 'h24_minutes'
  const hour = String(hourOf(minute, country))
  return bare ? hour : `${hour}:${String(rest).padStart(2, '0')}`
}

function hourOf(minute: number, country: string): number {
  const hour = Math.floor(minute / 60) % 24
  return CLOCKS[country] === undefined ? hour % 12 || 12 : hour
}
