import type { Business } from '../../core/business/types.js'

export type When = { readonly day: string; readonly time: string }

/** A moment on the business's wall clock: day "mar 10 mar 2026", time "15:04". */
export function when(at: string, { timeZone, language }: Business): When {
  const date = new Date(at)
  return {
    day: format(date, { timeZone, ...DAY }, language),
    time: format(date, { timeZone, ...TIME }, language),
  }
}

/** The same in one short text, for lists: "mar 10 mar 15:04". */
export function shortWhen(at: string, business: Business): string {
  const { timeZone, language } = business
  return `${format(new Date(at), { timeZone, ...SHORT_DAY }, language)} ${when(at, business).time}`
}

const SHORT_DAY = { weekday: 'short', day: 'numeric', month: 'short' } as const
const DAY = { ...SHORT_DAY, year: 'numeric' } as const
const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

// Commas and full stops of the long form only make a label wider.
function format(date: Date, options: Intl.DateTimeFormatOptions, language: string): string {
  return formatter(language, options).format(date).replace(/[,.]/g, '')
}

const formatters = new Map<string, Intl.DateTimeFormat>()

// Building a formatter costs more than a hundred uses of it.
function formatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([language, options])
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(language, options)
  formatters.set(key, known)
  return known
}
