import { wordList } from '../business/word-list.js'
import type { Messages } from '../messages.js'
import { fold } from '../understanding/normalise.js'
import type { CsvRow } from './csv.js'
import { plainCell } from './csv-text.js'
import { readPhone } from './read-phone.js'

/** Under which key of `data/messages` the headings of each column stand. */
const HEADINGS = {
  phone: 'intake.columns.phone',
  name: 'intake.columns.name',
  surname: 'intake.columns.surname',
  organization: 'intake.columns.organization',
  place: 'intake.columns.place',
  email: 'intake.columns.email',
  kind: 'intake.columns.kind',
  source: 'intake.columns.source',
  since: 'intake.columns.since',
  soldAt: 'intake.columns.sold_at',
  amount: 'intake.columns.amount',
  note: 'intake.columns.note',
} as const

export type Column = keyof typeof HEADINGS
/** Which cell of a row holds what. */
export type Columns = { readonly [C in Column]?: number }

type Guessed = {
  readonly columns: Columns
  /** Headings that mean nothing here. */
  readonly ignored: readonly string[]
  readonly rows: readonly CsvRow[]
}

const SAMPLE = 200
const MOSTLY = 0.6

const NAMES: readonly Column[] = Object.keys(HEADINGS).filter(
  (name): name is Column => name in HEADINGS,
)

/**
 * Tells what each column of a table holds: by its heading, and where no heading says so by what
 * stands in it. A table whose first line is already somebody has no headings. Null when no column
 * holds phones.
 */
export function guessColumns(
  rows: readonly CsvRow[],
  messages: Messages,
  country: string,
): Guessed | null {
  const [head, ...rest] = rows
  if (head === undefined) return null
  if (head.cells.some((cell) => isPhone(cell, country))) return byContent(rows, country)
  const headings = head.cells.map((cell) => fold(cell.replace(/[_:*()-]+/g, ' ')))
  const columns = new Map<Column, number>()
  for (const name of NAMES) {
    const words = wordList(messages, HEADINGS[name])
    const at = headings.findIndex((heading) => words.includes(heading))
    if (at >= 0 && ![...columns.values()].includes(at)) columns.set(name, at)
  }
  if (!columns.has('phone')) {
    const at = phoneColumn(rest, country)
    if (at < 0) return null
    columns.set('phone', at)
  }
  const used = new Set(columns.values())
  const ignored = head.cells.filter((cell, at) => !used.has(at) && cell.trim() !== '')
  return { columns: Object.fromEntries(columns), ignored, rows: rest }
}

function byContent(rows: readonly CsvRow[], country: string): Guessed | null {
  const phone = phoneColumn(rows, country)
  if (phone < 0) return null
  const width = Math.max(...rows.slice(0, SAMPLE).map(({ cells }) => cells.length))
  const name = Array.from({ length: width }, (_, at) => at).find(
    (at) => at !== phone && share(rows, at, (cell) => /\p{L}{2}/u.test(cell)) >= MOSTLY,
  )
  return { columns: name === undefined ? { phone } : { phone, name }, ignored: [], rows }
}

/** The column with the largest part of phones, if it is most of it. */
function phoneColumn(rows: readonly CsvRow[], country: string): number {
  const width = Math.max(0, ...rows.slice(0, SAMPLE).map(({ cells }) => cells.length))
  const shares = Array.from({ length: width }, (_, at) => ({
    at,
    part: share(rows, at, (cell) => isPhone(cell, country)),
  }))
  const [best] = shares.toSorted((a, b) => b.part - a.part)
  return best !== undefined && best.part >= MOSTLY ? best.at : -1
}

function share(rows: readonly CsvRow[], at: number, holds: (cell: string) => boolean): number {
  const cells = rows.slice(0, SAMPLE).map(({ cells: all }) => plainCell(all[at] ?? ''))
  const written = cells.filter((cell) => cell !== '')
  return written.length === 0 ? 0 : written.filter(holds).length / written.length
}

/** A sum is no phone, however many digits it has. */
function isPhone(cell: string, country: string): boolean {
  const text = plainCell(cell)
  return !/^\d{1,3}([.,]\d{3})+$/.test(text) && readPhone(text, country) !== null
}
