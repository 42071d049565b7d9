import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readBackupState } from '../../../src/store/backup-state.js'
import { backUp, backupsIn } from '../../../src/store/sqlite/back-up.js'
import { openForReading } from '../../../src/store/sqlite/database.js'
import { isWhole } from '../../../src/store/sqlite/soundness.js'
import { ANA, createHouse, OWNER, phone, viewOf, writes } from '../_house.js'

/** As `start` opens it: a file that is worth a copy. */
const REAL = { database: {} }
const SECRET = 'clave-de-la-sesion-que-no-sale'

describe('the copy of each week', () => {
  test('is made by itself, the newest stay, and a conversation goes on from it', async () => {
    const house = createHouse()
    const app = house.open(REAL)
    const folder = join(house.folder, 'backups')
    await writes(app, ANA, 'hola, necesito 40 camisas bordadas')
    await app.advance('P4D')
    expect(backupsIn(folder)).toEqual([])
    await app.advance('P1D')
    expect(backupsIn(folder)).toEqual(['porquesi-2026-03-15T15-00-00Z.db'])
    await app.advance('P9W')
    expect(backupsIn(folder)).toHaveLength(2)

    const before = viewOf(app)
    const [newest = ''] = backupsIn(folder)
    await app.close()
    const other = createHouse()
    copyFileSync(join(folder, newest), other.path)
    const restored = other.open(REAL)
    expect(viewOf(restored).slots).toEqual(before.slots)
    await writes(restored, ANA, 'son para el 20 de junio y tengo 3 millones')
    expect(viewOf(restored).slots).toMatchObject({
      quantity: { value: 40 },
      budget: { value: { max: 3_000_000 } },
    })
  })

  test('keeps so many, without session, journal or what was deleted, for nobody else to read', async () => {
    const house = createHouse()
    const app = house.open(REAL)
    const { raw } = app.db
    const line = raw.prepare('select id from lines').pluck().get()
    for (const type of ['creds', 'pre-key']) {
      raw
        .prepare(
          'insert into whatsapp_sessions (line_id, type, id, value, epoch) values (?, ?, ?, ?, 1)',
        )
        .run(line, type, type, SECRET.repeat(200))
    }
    // Deleted, and still in the pages of the file.
    raw.prepare("delete from whatsapp_sessions where type = 'pre-key'").run()
    raw
      .prepare('insert into journal (line_id, hash, plaintext, at) values (?, ?, ?, ?)')
      .run(line, 'h', SECRET, 'now')
    const folder = join(house.folder, 'usb')
    mkdirSync(folder)
    writeFileSync(join(folder, 'porquesi-2026-01-01T00-00-00Z.db.part'), 'cut short')
    writeFileSync(join(folder, 'fotos.zip'), 'of somebody else')
    for (const minute of [10, 11, 12]) {
      await backUp(app.db, { folder, at: `2026-03-10T15:${minute}:00.000Z` as never, keep: 2 })
    }
    expect(readdirSync(folder).toSorted()).toEqual([
      'fotos.zip',
      'porquesi-2026-03-10T15-11-00Z.db',
      'porquesi-2026-03-10T15-12-00Z.db',
    ])
    const file = join(folder, 'porquesi-2026-03-10T15-12-00Z.db')
    expect(readFileSync(file).includes(SECRET)).toBe(false)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const copy = openForReading(file)
    expect(isWhole(copy)).toBe(true)
    await copy.close()
  })

  test('that fails is told to the owner once, tried each hour, and told again only when it broke anew', async () => {
    const house = createHouse()
    const app = house.open(REAL)
    const folder = join(house.folder, 'backups')
    writeFileSync(folder, 'a file where the folder should be')
    await writes(app, OWNER, 'hola')
    const told = (): number =>
      phone(app, OWNER).filter((text) => text.startsWith('No pude guardar la copia')).length
    await app.advance('P5D')
    expect(readBackupState(app.db)).toMatchObject({ status: 'failed', problem: 'unwritable' })
    await app.advance('PT2H')
    expect(told()).toBe(1)
    rmSync(folder)
    await app.advance('PT2H')
    expect(readBackupState(app.db)).toMatchObject({ status: 'made' })
    expect(backupsIn(folder)).toHaveLength(1)
    expect(told()).toBe(1)
  })
})
