import type { Business } from '../core/business/types.js'
import { contactCells, headsOf } from '../core/intake/contacts-csv.js'
import { type Cells, CSV_BEGINS, csvLines, csvMark } from '../core/intake/csv-text.js'
import { saleCells } from '../core/intake/sales-csv.js'
import type { Messages } from '../core/messages.js'
import type { Making, SentFile } from '../core/types.js'
import type { Log } from '../log.js'
import { contactPages } from '../store/contact-rows.js'
import { salePages } from '../store/sale-rows.js'
import { forgetTables } from '../store/sent-files.js'
import type { Database } from '../store/sqlite/database.js'
import type { TurnDeps } from '../turn/deps.js'
import type { MediaKeeper } from '../turn/media-keeper.js'
import { drawPng } from './draw-png.js'

type MakerOptions = {
  readonly db: Database
  readonly media: Pick<MediaKeeper, 'put' | 'sweep'>
  readonly log: Pick<Log, 'warn'>
  readonly business: () => Business
  readonly messages: Messages
  readonly draw?: typeof drawPng
}

/** Makes the files that go out: what cannot be made is told to the log, and its words go without it. */
export function createMaker(options: MakerOptions): TurnDeps['make'] {
  return async (of, written) => {
    try {
      return of.kind === 'picture'
        ? await makePicture(options, of, written)
        : await makeTable(options, of, written)
    } catch (error) {
      options.log.warn({ error }, 'file not made: its words go alone')
      return false
    }
  }
}

type Written = (file: SentFile) => void
type Picture = Extract<Making, { kind: 'picture' }>
type Table = Extract<Making, { kind: 'table' }>

async function makePicture(
  { media, draw = drawPng }: MakerOptions,
  { svg, name, width }: Picture,
  written: Written,
): Promise<boolean> {
  const { png, ...size } = await draw(svg, width)
  const about = { name, mime: 'image/png', bytes: png.length, media: 'image' } as const
  const kept = await media.put(one(png), (hash) => written({ ...about, hash, ...size }))
  return kept !== null
}

/** A table is written as it is read, some rows at a time: everybody else goes on being answered meanwhile. */
async function makeTable(options: MakerOptions, table: Table, written: Written): Promise<boolean> {
  const { db, media } = options
  let bytes = 0
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of lines()) {
      bytes += chunk.length
      yield chunk
    }
  }
  const mark = csvMark(options.business().country)
  const lines = async function* (): AsyncGenerator<Uint8Array> {
    yield Buffer.from(CSV_BEGINS)
    for await (const rows of rowsOf(options, table.of)) yield Buffer.from(csvLines(rows, mark))
  }
  const about = { name: table.name, mime: 'text/csv', media: 'document' } as const
  const kept = await media.put(counted(), (hash) => {
    if (table.of === 'contacts') forgetTables(db)
    written({ ...about, hash, bytes })
  })
  if (kept !== null) media.sweep()
  return kept !== null
}

async function* rowsOf(
  { db, business, messages }: MakerOptions,
  of: Table['of'],
): AsyncGenerator<readonly Cells[]> {
  const { currency, timeZone } = business()
  if (of === 'contacts') {
    yield [headsOf(messages, 'intake.export.heads')]
    for (const page of contactPages(db, currency)) {
      yield page.map((person) => contactCells(person, timeZone, messages))
      await new Promise(setImmediate)
    }
    return
  }
  yield [headsOf(messages, 'intake.export.sales_heads')]
  for (const page of salePages(db)) {
    yield page.map((sale) => saleCells(sale, timeZone))
    await new Promise(setImmediate)
  }
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
