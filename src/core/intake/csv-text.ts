import { amountText } from '../business/money-text.js'

/** Begins with what a spreadsheet would run as a formula. */
const FORMULA = /^[=+\-@\t\r]/

/**
 * A table as text that any spreadsheet opens: a byte-order mark so that accents survive, and no cell
 * that would run as a formula: an apostrophe before it shows it as it is.
 */
export function csvText(rows: readonly Cells[], mark = ','): string {
  return `${CSV_BEGINS}${csvLines(rows, mark)}`
}

export type Cells = readonly (string | number)[]

/** The byte-order mark, before the first row. */
export const CSV_BEGINS = '\ufeff'

/** Some rows of such a table. */
export function csvLines(rows: readonly Cells[], mark: string): string {
  const lines = rows.map((cells) => cells.map((cell) => cellText(cell, mark)).join(mark))
  return lines.map((line) => `${line}\r\n`).join('')
}

/** What parts the cells where spreadsheets write decimals with a comma, and where they do not. */
export function csvMark(country: string): ',' | ';' {
  return amountText(0.5, country).includes(',') ? ';' : ','
}

function cellText(cell: string | number, mark: string): string {
  if (typeof cell === 'number') return String(cell)
  const safe = FORMULA.test(cell) ? `'${cell}` : cell
  const needsQuotes = safe.includes(mark) || /["\r\n]/.test(safe)
  return needsQuotes ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The cell as it was before the apostrophe. */
export function plainCell(cell: string): string {
  const trimmed = cell.trim()
  return /^'[=+\-@\t\r]/.test(trimmed) ? trimmed.slice(1) : trimmed
}
