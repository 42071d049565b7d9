import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { backup } from '../../src/commands/backup.js'
import { checkBackup } from '../../src/commands/doctor/check-backup.js'
import { createFind } from '../../src/commands/doctor/finding.js'
import { type Config, readConfig } from '../../src/config.js'
import { keepBackupState } from '../../src/store/backup-state.js'
import { backupsIn } from '../../src/store/sqlite/back-up.js'
import { openDatabase } from '../../src/store/sqlite/database.js'
import { hilvan } from '../core/business/hilvan.js'
import { MESSAGES } from '../core/flow/written.js'
import { createTerminal } from './terminal.js'

function createPlace(): { readonly folder: string; readonly config: Config } {
  const folder = mkdtempSync(join(tmpdir(), 'porquesi-backup-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const env = { DATABASE_URL: `sqlite:${join(folder, 'a.db')}` }
  const read = readConfig(env, join(import.meta.dirname, '../..'))
  if (!read.ok) throw new Error('the settings of the test are wrong')
  return { folder, config: read.value }
}

async function run({ folder, config }: ReturnType<typeof createPlace>, ...args: readonly string[]) {
  const { io, printed } = createTerminal(MESSAGES)
  const code = await backup(args, config, { ...io, cwd: folder })
  return { code, ...printed() }
}

test('`backup` copies beside the database or where it is told, also while the file is in use', async () => {
  const place = createPlace()
  expect(await run(place)).toMatchObject({ code: 1, out: '' })
  const db = openDatabase(place.config.database.path)
  const usual = await run(place)
  expect(usual).toMatchObject({ code: 0, err: '' })
  expect(usual.out).toMatch(
    /^Copia guardada y comprobada: backups\/porquesi-\S+Z\.db \(\d+ KB\)\.$/m,
  )
  expect((await run(place, 'usb/copias')).code).toBe(0)
  expect(backupsIn(join(place.folder, 'usb/copias'))).toHaveLength(1)
  const find = createFind(MESSAGES)
  const [fine] = checkBackup(hilvan, db, MESSAGES, find)
  expect(fine).toMatchObject({ level: 'fine', text: expect.stringContaining('Última copia') })
  keepBackupState(db, {
    status: 'failed',
    at: '2026-03-15T08:00:00.000Z' as never,
    problem: 'full',
    told: true,
  })
  const [full] = checkBackup(hilvan, db, MESSAGES, find)
  expect(full).toMatchObject({ level: 'notice', text: expect.stringContaining('está lleno') })
  await db.close()
})

test('a folder that takes nothing, or one word too many, is said with what to do', async () => {
  const place = createPlace()
  await openDatabase(place.config.database.path).close()
  writeFileSync(join(place.folder, 'nota.txt'), 'not a folder')
  const closed = await run(place, 'nota.txt')
  expect(closed).toMatchObject({ code: 1, out: '' })
  expect(closed.err).toContain('en nota.txt no se puede escribir')
  expect((await run(place, 'a', 'b')).code).toBe(2)
})
