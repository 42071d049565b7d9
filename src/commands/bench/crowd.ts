import type { App } from '../../app/app.js'
import { DAY } from '../../core/schedule/units.js'
import { findContactByPhone } from '../../store/identity.js'

/** Everything that stands in the database about one person, as far as figures look at it. */
const TABLES = [
  ...['contacts', 'identities', 'inquiries', 'conversations', 'slots', 'stage_changes'],
  ...['sales', 'quotes', 'objections', 'surveys', 'timers'],
] as const
const MESSAGES = ['inbox', 'outbox'] as const
const GROUP = 500
const DAYS = 365
const ISO = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g

type Row = { readonly [column: string]: string | number | null }
type Rows = { readonly table: string; readonly rows: readonly Row[] }
type Template = { readonly id: string; readonly phone: string; readonly of: readonly Rows[] }

/**
 * Copies people who really talked to the bot until there are so many, each with so many messages, spread
 * over a year: by direct inserts, since it would take days to let them all talk.
 */
export function copyPeople(
  app: App,
  phones: readonly string[],
  { contacts, messages }: { readonly contacts: number; readonly messages: number },
): void {
  const templates = phones.map((phone) => templateOf(app, phone, messages))
  const write = createWriter(app)
  const group = app.db.raw.transaction((from: number, to: number) => {
    for (let n = from; n < to; n += 1) {
      const template = templates[n % templates.length]
      if (template !== undefined) copyOne(template, n, write)
    }
  })
  for (let from = 0; from < contacts; from += GROUP) {
    group.immediate(from, Math.min(contacts, from + GROUP))
  }
}

function templateOf({ db }: App, phone: string, messages: number): Template {
  const id = findContactByPhone(db, phone)
  if (id === null) throw new Error('a template has not talked')
  const rowsOf = (table: string): readonly Row[] => {
    const column = table === 'contacts' ? 'id' : 'contact_id'
    return db.raw.prepare<[string], Row>(`select * from ${table} where ${column} = ?`).all(id)
  }
  const said = MESSAGES.map((table): Rows => {
    const rows = rowsOf(table)
    const times = Math.ceil(messages / 2 / Math.max(1, rows.length))
    return {
      table,
      rows: Array(times)
        .fill(rows)
        .flat()
        .slice(0, Math.round(messages / 2)),
    }
  })
  return { id, phone, of: [...TABLES.map((table) => ({ table, rows: rowsOf(table) })), ...said] }
}

type Write = (table: string, row: Row) => void

function createWriter({ db }: App): Write {
  const known = new Map<string, { run(...values: readonly unknown[]): unknown }>()
  return (table, row) => {
    const columns = Object.keys(row)
    const insert =
      known.get(table) ??
      db.raw.prepare(
        `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
      )
    known.set(table, insert)
    insert.run(...columns.map((column) => row[column]))
  }
}

function copyOne({ id, phone, of }: Template, n: number, write: Write): void {
  const other = `z${String(n).padStart(id.length - 1, '0')}`
  const number = `+5733${String(n).padStart(8, '0')}`
  const ago = (n % DAYS) * DAY
  const moved = new Map<string, string>()
  const earlier = (at: string): string => {
    const known = moved.get(at) ?? new Date(Date.parse(at) - ago).toISOString()
    moved.set(at, known)
    return known
  }
  const text = (value: string): string =>
    value
      .replaceAll(id, other)
      .replaceAll(phone, number)
      .replaceAll(phone.slice(1), number.slice(1))
      .replace(ISO, earlier)
  for (const { table, rows } of of) {
    rows.forEach((row, at) => {
      const copy = Object.entries(row).map(([column, value]) => {
        if (column === 'id' && typeof value === 'number') return [column, null]
        if (typeof value !== 'string') return [column, value]
        const isOwn = column === 'message_id' && MESSAGES.some((each) => each === table)
        const copied = text(value)
        // What names its row otherwise than by the person has to be another one too.
        const isKey = isOwn || (column === 'id' && copied === value)
        return [column, isKey ? `${value}.${n}.${at}` : copied]
      })
      write(table, Object.fromEntries(copy))
    })
  }
}
