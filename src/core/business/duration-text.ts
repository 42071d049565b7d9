import { type Messages, message } from '../messages.js'
import { fold } from '../understanding/normalise.js'
import { wordList } from './word-list.js'

/** Days that people mean by one, two and three months. */
const MONTH_DAYS: readonly (readonly [months: number, least: number, most: number])[] = [
  [1, 28, 31],
  [2, 59, 62],
  [3, 89, 92],
]

/**
 * "en un mes", "en tres semanas", "en 20 días", when `said` speaks of a delay in that unit and
 * `days` fits it; null when the words name a date instead.
 */
export function durationText(days: number, said: string, messages: Messages): string | null {
  const words = fold(said).split(/[^a-z0-9]+/)
  const has = (list: readonly string[]): boolean => list.some((word) => words.includes(word))
  if (!has(wordList(messages, 'time.words.lead'))) return null
  if (has(wordList(messages, 'time.words.month'))) return monthsText(days, messages)
  if (has(wordList(messages, 'time.words.week'))) return weeksText(days, messages)
  if (!has(wordList(messages, 'time.words.day'))) return null
  return message(messages, 'time.in_days', { n: days })
}

function monthsText(days: number, messages: Messages): string | null {
  const found = MONTH_DAYS.find(([, least, most]) => least <= days && days <= most)
  return found ? message(messages, 'time.in_months', { n: found[0] }) : null
}

function weeksText(days: number, messages: Messages): string | null {
  return days % 7 === 0 ? message(messages, 'time.in_weeks', { n: days / 7 }) : null
}
