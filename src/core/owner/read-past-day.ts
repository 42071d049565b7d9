import { wordList } from '../business/word-list.js'
import { orderOf, readDate } from '../intake/read-date.js'
import type { Messages } from '../messages.js'
import { weekdayOf } from '../schedule/local-time.js'
import { fold } from '../understanding/normalise.js'

/** A day that is past, in an owner's words, and the words without it. */
type PastDay = { readonly day: number; readonly rest: string }

type PastReading = {
  readonly today: number
  readonly country: string
  readonly messages: Messages
}

/**
 * Reads on which day something was: "ayer", "antier", "el lunes", "hace 3 días", "el 3 de marzo",
 * "03/03". Today where nothing is said. A weekday is the last one there was.
 */
export function readPastDay(text: string, reading: PastReading): PastDay {
  const folded = fold(text)
  for (const read of [named, ago, weekday, dated]) {
    const found = read(folded, reading)
    if (found !== null && found.day <= reading.today) return found
  }
  return { day: reading.today, rest: folded }
}

/** Only what can be nothing but past: "ayer", "antier", "hace 3 días"; a day by its name may be still to come. */
export function readDaysAgo(text: string, reading: PastReading): PastDay | null {
  const folded = fold(text)
  return named(folded, reading) ?? ago(folded, reading)
}

type Read = (text: string, reading: PastReading) => PastDay | null

const NAMED = [
  ['owner.words.day_before_yesterday', 2],
  ['owner.words.yesterday', 1],
  ['owner.words.this_day', 0],
] as const

const named: Read = (text, { today, messages }) => {
  for (const [key, back] of NAMED) {
    const rest = without(text, wordList(messages, key))
    if (rest !== null) return { day: today - back, rest }
  }
  return null
}

const ago: Read = (text, { today, messages }) => {
  const [lead, unit] = ['owner.words.ago', 'owner.words.day_unit'].map((key) =>
    wordList(messages, key).join('|'),
  )
  const found = new RegExp(`\\b(?:${lead}) (\\d{1,3}) (?:${unit})\\b`).exec(text)
  return found === null ? null : { day: today - Number(found[1]), rest: blank(text, found[0]) }
}

const weekday: Read = (text, { today, messages }) => {
  const names = wordList(messages, 'time.weekdays')
  const at = names.findIndex((name) => without(text, [name]) !== null)
  if (at < 0) return null
  const back = (weekdayOf(today) - at + 7) % 7 || 7
  return { day: today - back, rest: without(text, [names[at] ?? '']) ?? text }
}

const dated: Read = (text, { today, country, messages }) => {
  const months = wordList(messages, 'time.months')
  const written = /\b\d{1,2}(?:[/-]\d{1,2}(?:[/-]\d{2,4})?| (?:de )?\p{L}{3,}(?: (?:de )?\d{4})?)/gu
  for (const [found] of text.matchAll(written)) {
    const day = dayOf(found, today, (date) => readDate(date, orderOf(country), months))
    if (day !== null) return { day, rest: blank(text, found) }
  }
  return null
}

/** A date without a year is the last one there was. */
function dayOf(found: string, today: number, read: (date: string) => number | null): number | null {
  const whole = read(found)
  if (whole !== null) return whole
  const year = 1970 + Math.floor(today / 365.2425)
  const mark = found.includes('/') ? '/' : found.includes('-') ? '-' : ' '
  const near = [year, year - 1].map((each) => read(`${found}${mark}${each}`))
  return near.find((day) => day !== null && day <= today) ?? null
}

function without(text: string, words: readonly string[]): string | null {
  const found = words.find((word) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u').test(text))
  return found === undefined ? null : blank(text, found)
}

function blank(text: string, part: string): string {
  return text.replace(part, ' ').replace(/\s+/g, ' ').trim()
}
