import type { Business } from '../business/types.js'
import { wordList } from '../business/word-list.js'
import { matchKey } from '../identity.js'
import type { Messages } from '../messages.js'
import { instantOf, isoDay, localTime } from '../schedule/local-time.js'
import type { Iso } from '../types.js'
import { fold } from '../understanding/normalise.js'
import { type Column, type Columns, guessColumns } from './columns.js'
import { type CsvRow, readCsv } from './csv.js'
import { plainCell } from './csv-text.js'
import { type DateOrder, orderOf, readDate } from './read-date.js'
import { isCutShort, readPhone } from './read-phone.js'
import { readSum } from './read-sum.js'

/** A sale of before. `id` is the same whenever the same file is read. */
export type PastSale = { readonly id: string; readonly amount: number; readonly at: Iso }

/** Somebody a list names, as often as it names them. */
export type ListedPerson = {
  readonly phone: string
  readonly name: string | null
  readonly organization: string | null
  readonly place: string | null
  readonly email: string | null
  readonly source: string | null
  readonly note: string | null
  readonly isCustomer: boolean
  /** The earliest that the list knows of them. */
  readonly since: Iso
  readonly sales: readonly PastSale[]
}

/** What is wrong in a line, as a key of `data/messages` with its parameters. */
export type LineProblem = {
  readonly line: number
  readonly key: string
  readonly params: { readonly [name: string]: string | number }
}

type Table = {
  readonly people: readonly ListedPerson[]
  readonly problems: readonly LineProblem[]
  readonly ignored: readonly string[]
}

type ListReading = {
  readonly business: Pick<Business, 'country' | 'timeZone'>
  readonly messages: Messages
  readonly now: Iso
}

type Dated = { readonly day: number; readonly at: Iso }

const NOON = 12 * 60

/** Reads a list of customers, prospects and past sales; lines of one number are one person. */
export function readTable(text: string, reading: ListReading): Table {
  const csv = readCsv(text)
  if (csv.kind === 'unclosed') return hopeless(csv.line, 'intake.problem.quote')
  if (csv.rows.length === 0) return hopeless(1, 'intake.problem.empty')
  const guessed = guessColumns(csv.rows, reading.messages, reading.business.country)
  if (guessed === null) return hopeless(csv.rows[0]?.line ?? 1, 'intake.problem.no_phones')
  const people = new Map<string, ListedPerson>()
  const problems: LineProblem[] = []
  const seen = new Map<string, number>()
  const order = orderOf(reading.business.country)
  for (const row of guessed.rows) {
    const read = readRow({ row, columns: guessed.columns, order, seen, ...reading })
    if ('key' in read) problems.push(read)
    else {
      const key = matchKey(read.phone)
      const known = people.get(key)
      people.set(key, known === undefined ? read : joined(known, read))
    }
  }
  return { people: [...people.values()], problems, ignored: guessed.ignored }
}

function hopeless(line: number, key: string): Table {
  return { people: [], problems: [{ line, key, params: {} }], ignored: [] }
}

type Row = ListReading & {
  readonly row: CsvRow
  readonly columns: Columns
  readonly order: DateOrder
  /** How often a sale of one sum on one day was met. */
  readonly seen: Map<string, number>
}

function readRow(reading: Row): ListedPerson | LineProblem {
  const { row, business, messages, now, seen } = reading
  const cell = (column: Column): string => cellOf(row, reading.columns, column)
  const written = cell('phone')
  const problem = (key: string, text: string): LineProblem => ({
    line: row.line,
    key,
    params: { text },
  })
  if (isCutShort(written)) return problem('intake.problem.cut_short', written)
  const phone = readPhone(written, business.country)
  if (phone === null) return problem('intake.problem.phone', written)
  const dates = [cell('since'), cell('soldAt')].map((text) => dateIn(text, reading))
  const wrong = [cell('since'), cell('soldAt')].find((text, at) => text !== '' && !dates[at])
  if (wrong !== undefined) return problem('intake.problem.date', wrong)
  const [since, soldAt] = dates
  const sold = soldAt ?? since ?? null
  const sum = cell('amount')
  const amount = sum === '' || /^[$\s]*0([.,]0+)?$/.test(sum) ? null : readSum(sum)
  if (amount === null && /[1-9]/.test(sum)) return problem('intake.problem.amount', sum)
  return {
    phone,
    name: [cell('name'), cell('surname')].filter((text) => text !== '').join(' ') || null,
    organization: cell('organization') || null,
    place: cell('place') || null,
    email: cell('email') || null,
    source: cell('source') || null,
    note: cell('note') || null,
    isCustomer: amount !== null || isCustomer(cell('kind'), messages),
    since: [since?.at, soldAt?.at, now].flatMap((one) => one ?? []).toSorted()[0] ?? now,
    sales:
      amount === null
        ? []
        : [{ id: saleId(phone, sold, amount, seen), amount, at: sold?.at ?? now }],
  }
}

function cellOf({ cells }: CsvRow, columns: Columns, column: Column): string {
  const at = columns[column]
  return at === undefined ? '' : plainCell(cells[at] ?? '')
}

/** Noon of that day, which is the same day wherever it is looked at from; of today no later than now. */
function dateIn(text: string, { order, business, messages, now }: Row): Dated | null {
  const day = text === '' ? null : readDate(text, order, wordList(messages, 'time.months'))
  if (day === null || day > localTime(now, business.timeZone).day) return null
  const noon = instantOf(day, NOON, business.timeZone)
  return { day, at: noon > now ? now : noon }
}

function isCustomer(kind: string, messages: Messages): boolean {
  return wordList(messages, 'intake.customer').includes(fold(kind))
}

function saleId(
  phone: string,
  sold: Dated | null,
  amount: number,
  seen: Map<string, number>,
): string {
  const day = sold === null ? '' : isoDay(sold.day)
  const what = `list/${matchKey(phone)}/${day}/${amount}`
  const n = (seen.get(what) ?? 0) + 1
  seen.set(what, n)
  return `${what}/${n}`
}

function joined(known: ListedPerson, more: ListedPerson): ListedPerson {
  return {
    phone: known.phone,
    name: known.name ?? more.name,
    organization: known.organization ?? more.organization,
    place: known.place ?? more.place,
    email: known.email ?? more.email,
    source: known.source ?? more.source,
    note: known.note ?? more.note,
    isCustomer: known.isCustomer || more.isCustomer,
    since: known.since < more.since ? known.since : more.since,
    sales: [...known.sales, ...more.sales],
  }
}
