/**
 * Public holidays of every country the bot serves, as local day numbers (days since 1970-01-01).
 * Source: date-holidays (data CC-BY 3.0, see README). Worked out once by the build, because loading
 * that library takes longer than starting the bot.
 */
import Holidays from 'date-holidays'

const COUNTRIES = [
  ...['AR', 'BO', 'BR', 'CL', 'CO', 'CR', 'CU', 'DO', 'EC', 'ES', 'GT', 'HN', 'MX', 'NI', 'PA'],
  ...['PE', 'PR', 'PY', 'SV', 'UY', 'VE', 'US'],
]
const YEARS_BACK = 1
const YEARS_AHEAD = 12
const DAY_MS = 86_400_000

/** `{ CO: [20454, …] }`, sorted, from last year to twelve years ahead of `now`. */
export function compileHolidays(now = new Date()) {
  const first = now.getUTCFullYear() - YEARS_BACK
  const last = now.getUTCFullYear() + YEARS_AHEAD
  return Object.fromEntries(COUNTRIES.map((country) => [country, daysOf(country, first, last)]))
}

function daysOf(country, first, last) {
  const calendar = new Holidays(country, { types: ['public'] })
  const days = new Set()
  for (let year = first; year <= last; year++) {
    for (const holiday of calendar.getHolidays(year)) {
      for (const day of daysIn(holiday)) days.add(day)
    }
  }
  return [...days].sort((a, b) => a - b)
}

/** A holiday of an afternoon still counts as its day; one that ends at midnight does not reach on. */
function daysIn({ date, start, end }) {
  const day = Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / DAY_MS
  const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY_MS))
  return Array.from({ length }, (_, index) => day + index)
}
