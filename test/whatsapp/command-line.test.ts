import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import { runCli } from '../../src/cli.js'
import { COMMANDS } from '../../src/commands/commands.js'
import type { ExitCode } from '../../src/commands/io.js'
import type { Env } from '../../src/config.js'
import { loadMessages } from '../../src/project/compiled-data.js'
import { createPlace, ROOT } from '../commands/_product.js'
import { PATIENTLY } from './_house.js'
import { createWhatsAppDouble, type WhatsAppDouble } from './double/whatsapp-double.js'

const messages = await loadMessages()

type Run = { readonly code: Promise<ExitCode>; readonly printed: () => string }

/** A command line as it runs, with what it has printed so far. */
function run(line: string, env: Env, cwd: string): Run {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  let text = ''
  for (const stream of [stdout, stderr]) {
    stream.setEncoding('utf8').on('data', (more: string) => {
      text += more
    })
  }
  const io = { env, cwd, messages, stdin: Readable.from([]), stdout, stderr }
  return { code: runCli(line.split(' '), io, COMMANDS), printed: () => text }
}

async function open(): Promise<{ double: WhatsAppDouble; env: Env; folder: string }> {
  const double = await createWhatsAppDouble()
  const folder = mkdtempSync(join(tmpdir(), 'porquesi-line-'))
  onTestFinished(async () => {
    await double.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const env = {
    DATABASE_URL: `sqlite:${join(folder, 'bot.db')}`,
    FLOWS_DIR: join(ROOT, 'flows'),
    WHATSAPP_SOCKET_URL: double.url,
    LOG_LEVEL: 'silent',
  }
  return { double, env, folder }
}

function shows(one: Run, what: RegExp): Promise<RegExpExecArray> {
  return vi.waitFor(() => {
    const found = what.exec(one.printed())
    if (found === null) throw new Error(`not printed: ${one.printed()}`)
    return found
  }, PATIENTLY)
}

test('links by a code, says how the number stands, and unlinks it, with no bot around', async () => {
  const { double, env, folder } = await open()
  const before = run('whatsapp status', env, folder)
  expect([await before.code, before.printed()]).toEqual([
    0,
    'WhatsApp sin vincular. Para vincularlo: npm run -s porquesi -- whatsapp link\n',
  ])
  const link = run('whatsapp link +57 300 111 2233', env, folder)
  const [, first, second] = await shows(link, /Código para vincular: (\w{4})-(\w{4})/)
  await double.enterPairingCode(`${first}${second}`)
  expect(await link.code).toBe(0)
  expect(link.printed()).toContain('WhatsApp vinculado: •••2233\nPara que responda: npm start\n')
  const after = run('whatsapp status', env, folder)
  expect([await after.code, after.printed()]).toEqual([
    0,
    'WhatsApp vinculado: •••2233. Se conecta al abrir.\n',
  ])
  const unlink = run('whatsapp unlink', env, folder)
  expect([await unlink.code, unlink.printed()]).toEqual([
    0,
    'WhatsApp desvinculado. Las conversaciones siguen guardadas.\n',
  ])
  // It logged in to say goodbye.
  expect(double.ledger).toContainEqual(
    expect.objectContaining({ kind: 'query', about: 'md/remove-companion-device' }),
  )
  const again = run('whatsapp unlink', env, folder)
  expect([await again.code, again.printed()]).toEqual([0, before.printed()])
})

test('links the number of a bot that runs, by the QR code that it draws', async () => {
  const { double, env } = await open()
  const place = createPlace()
  onTestFinished(place.close)
  const bot = await place.start({ WHATSAPP_SOCKET_URL: double.url, LOG_LEVEL: 'silent' })
  const beside = { ...env, DATABASE_URL: 'sqlite:taller.db', PORT: String(bot.port) }
  const link = run('whatsapp link', beside, place.folder)
  await shows(link, /[█▀▄]{20}[\s\S]*Dispositivos vinculados/)
  const shown = await fetch(`${bot.url}/whatsapp/status`)
  const { qr } = z.object({ qr: z.string() }).parse(await shown.json())
  await double.scan(qr)
  expect(await link.code).toBe(0)
  expect(link.printed()).toMatch(/WhatsApp vinculado: •••2233\n$/)
  const status = run('whatsapp status', beside, place.folder)
  expect([await status.code, status.printed()]).toEqual([0, 'WhatsApp conectado: •••2233\n'])
  const unlink = run('whatsapp unlink', beside, place.folder)
  expect(await unlink.code).toBe(0)
  const elsewhere = run('whatsapp status', { ...beside, PORT: '1' }, place.folder)
  expect(await elsewhere.code).toBe(1)
  expect(elsewhere.printed()).toContain('no responde en el puerto 1')
})

test.each([
  ['whatsapp link 12', 2],
  ['whatsapp status now', 2],
  ['whatsapp', 2],
])('%s is a wrong word', async (line, code) => {
  const { env, folder } = await open()
  const one = run(line, env, folder)
  expect(await one.code).toBe(code)
  expect(one.printed()).not.toBe('')
})
