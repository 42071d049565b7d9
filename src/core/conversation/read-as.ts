import { localTime } from '../schedule/local-time.js'
import type { Question, Reading } from '../understanding/types.js'
import type { Context } from './types.js'

/** Reads a text as the answer to a question that is not the one that waits; `figure` is the amount on the table. */
export function readAs(
  { business, now, read }: Pick<Context, 'business' | 'now' | 'read'>,
  text: string,
  question: Question,
  figure: number | null = null,
): Reading {
  const { country, timeZone } = business
  const today = localTime(now, timeZone).day
  return read(text, { question, country, today, ...(figure === null ? {} : { figure }) })
}
