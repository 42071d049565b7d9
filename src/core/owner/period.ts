import { hasWords } from '../aftersale/has-words.js'
import { wordList } from '../business/word-list.js'
import type { Messages } from '../messages.js'
import { weekdayOf } from '../schedule/local-time.js'
import { addMonths, fromDay, toDay } from '../understanding/civil.js'
import { fold } from '../understanding/normalise.js'
import { wordsOf } from './command-words.js'

/** What an owner asks the sales of. */
export type Period =
  | 'today'
  | 'yesterday'
  | 'day_before'
  | 'week'
  | 'last_week'
  | 'month'
  | 'last_month'
  | 'year'
  | 'ever'

/** Local days since 1970-01-01, both counted. */
export type Days = { readonly first: number; readonly last: number }

/** Under which key the words of each stand; the longer ones first, and the month where none is said. */
const KEYS = [
  ['ever', 'owner.words.period_ever'],
  ['day_before', 'owner.words.day_before_yesterday'],
  ['last_week', 'owner.words.period_last_week'],
  ['last_month', 'owner.words.period_last_month'],
  ['yesterday', 'owner.words.period_yesterday'],
  ['today', 'owner.words.period_today'],
  ['week', 'owner.words.period_week'],
  ['year', 'owner.words.period_year'],
  ['month', 'owner.words.period_month'],
] as const

/** The period that a message names. */
export function periodIn(text: string, messages: Messages): Period {
  return periodNamed(text, messages) ?? 'month'
}

/** The period that is all a message says: "¿y ayer?", after any other question of what was sold. */
export function periodAlone(text: string, messages: Messages): Period | null {
  const known = periodWords(messages)
  const beside = wordList(messages, 'owner.words.period_beside')
  const isAll = wordsOf(text).every((word) => known.has(word.text) || beside.includes(word.text))
  return isAll ? periodNamed(text, messages) : null
}

function periodNamed(text: string, messages: Messages): Period | null {
  const folded = fold(text)
  return KEYS.find(([, key]) => hasWords(folded, wordList(messages, key)))?.[0] ?? null
}

/** Every single word that may name a period. */
export function periodWords(messages: Messages): ReadonlySet<string> {
  return new Set(KEYS.flatMap(([, key]) => wordList(messages, key)).flatMap((p) => p.split(' ')))
}

/** The days of a period that lie behind us, today among them, and as many of the one before it. */
export function daysOf(period: Period, today: number): readonly [now: Days, before: Days] {
  const monday = today - weekdayOf(today)
  const { year, month } = fromDay(today)
  const firstOfMonth = toDay(year, month, 1)
  switch (period) {
    case 'today':
      return [days(today, today), days(today - 1, today - 1)]
    case 'yesterday':
      return [days(today - 1, today - 1), days(today - 2, today - 2)]
    case 'day_before':
      return [days(today - 2, today - 2), days(today - 3, today - 3)]
    case 'week':
      return [days(monday, today), days(monday - 7, today - 7)]
    case 'last_week':
      return [days(monday - 7, monday - 1), days(monday - 14, monday - 8)]
    case 'month':
      return [days(firstOfMonth, today), sameDays(firstOfMonth, today, 1)]
    case 'last_month': {
      const first = addMonths(firstOfMonth, -1)
      return [days(first, firstOfMonth - 1), days(addMonths(first, -1), first - 1)]
    }
    case 'year':
      return [days(toDay(year, 1, 1), today), sameDays(toDay(year, 1, 1), today, 12)]
    case 'ever':
      return [days(0, today), days(-1, -1)]
  }
}

function days(first: number, last: number): Days {
  return { first, last }
}

/** The same days of the calendar some months ago: on the 31st, up to the last of a shorter month. */
function sameDays(first: number, today: number, months: number): Days {
  return { first: addMonths(first, -months), last: addMonths(today, -months) }
}
