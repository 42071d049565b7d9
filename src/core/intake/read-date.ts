import { isDate, toDay } from '../understanding/civil.js'
import { foldWord } from '../understanding/normalise.js'

export type DateOrder = 'dmy' | 'mdy'

/** Days between the first day that spreadsheets count from and 1970. */
const SPREADSHEET_EPOCH = 25_569

/**
 * The local day (days since 1970) of a date as a spreadsheet writes it, or null: "2025-03-10",
 * "10/03/2025", "10.3.25", "10 de marzo de 2025", or the bare number of a spreadsheet's calendar.
 * `order` settles what "3/4/2025" means; `months` are twelve names, folded.
 */
export function readDate(
  written: string,
  order: DateOrder,
  months: readonly string[],
): number | null {
  const text = foldWord(written.trim())
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text)
  if (iso !== null) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const short = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)/.exec(text)
  if (short !== null) return inOrder(Number(short[1]), Number(short[2]), Number(short[3]), order)
  const long =
    /^(\d{1,2})[\s/.-]+(?:de\s+)?(\p{L}{3,})\.?[\s/.-]+(?:de\s+|del\s+)?(\d{4}|\d{2})(?!\d)/u.exec(
      text,
    )
  if (long !== null) return day(Number(long[3]), monthOf(long[2] ?? '', months), Number(long[1]))
  const serial = /^\d{5}$/.test(text) ? Number(text) : 0
  return serial > 30_000 && serial < 60_000 ? serial - SPREADSHEET_EPOCH : null
}

/** Where one order is no date, it was the other. */
function inOrder(first: number, second: number, year: number, order: DateOrder): number | null {
  const dmy = day(year, second, first)
  const mdy = day(year, first, second)
  return order === 'dmy' ? (dmy ?? mdy) : (mdy ?? dmy)
}

function day(year: number, month: number, date: number): number | null {
  const full = year < 100 ? 2000 + year : year
  return full >= 1990 && full < 2100 && isDate(full, month, date) ? toDay(full, month, date) : null
}

function monthOf(name: string, months: readonly string[]): number {
  return months.findIndex((month) => month.startsWith(name) || name.startsWith(month)) + 1
}

/** Countries that write the month first. */
export function orderOf(country: string): DateOrder {
  return country === 'US' || country === 'PR' ? 'mdy' : 'dmy'
}
