import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { contactsErase } from '../../src/commands/contacts/erase.js'
import { contactsExport } from '../../src/commands/contacts/export.js'
import { contactsImport } from '../../src/commands/contacts/import.js'
import { type Config, readConfig } from '../../src/config.js'
import { contactView } from '../../src/store/contact-view.js'
import { conversationLog } from '../../src/store/conversation-log.js'
import { findContactByPhone } from '../../src/store/identity.js'
import { EXPORTED } from '../../src/store/import-chat.js'
import { openForReading } from '../../src/store/sqlite/database.js'
import { lockDatabase } from '../../src/store/sqlite/lock.js'
import { MESSAGES } from '../core/flow/written.js'
import { createTerminal } from './terminal.js'

let folder: string
let config: Config
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'contacts-'))
  const env = { DATABASE_URL: `sqlite:${join(folder, 'a.db')}` }
  const read = readConfig(env, join(import.meta.dirname, '../..'))
  if (!read.ok) throw new Error('the settings of the test are wrong')
  config = read.value
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

type Run = typeof contactsImport
async function run(command: Run, ...args: readonly string[]) {
  const { io, printed } = createTerminal(MESSAGES)
  const code = await command(args, config, { ...io, cwd: folder })
  return { code, ...printed() }
}

function write(name: string, text: string | Uint8Array): string {
  writeFileSync(join(folder, name), text)
  return name
}

const LIST = [
  'Nombre;Celular;Tipo;Fecha de compra;Valor;Origen;Notas',
  'Ana Ruiz;300 111 2233;Cliente;10/03/2025;"1.500.000";Feria;Prefiere mañanas',
  'Ana;+573001112233;Cliente;12/09/2025;800000;;',
  'Inés;3009998877;Prospecto;;;;',
  '=HYPERLINK("x");3009990000;;;;;',
].join('\r\n')

function view(phone: string) {
  const db = openForReading(config.database.path)
  try {
    return contactView(db, phone, new Date().toISOString() as never)
  } finally {
    db.raw.close()
  }
}

test('a list is looked at, taken in once, and written out again', async () => {
  write('lista.csv', LIST)
  const dry = await run(contactsImport, 'lista.csv', '--dry-run')
  expect(dry.out).toContain('se traerían personas: 3 (nuevas: 3; ya conocidas: 0) · ventas: 2')
  expect((await run(contactsExport)).err).toContain('Todavía no hay ninguna base de datos')

  const first = await run(contactsImport, 'lista.csv')
  expect([first.code, first.err]).toEqual([0, ''])
  expect(first.out).toContain('personas: 3 (nuevas: 3; ya conocidas: 0) · ventas nuevas: 2')
  const again = await run(contactsImport, 'lista.csv')
  expect(again.out).toContain('personas: 3 (nuevas: 0; ya conocidas: 3) · ventas nuevas: 0')

  expect(view('+573001112233')).toMatchObject({
    stage: 'repeat_customer',
    outcome: { kind: 'won' },
    slots: { name: { value: 'Ana Ruiz' } },
    source: { sourceType: 'Feria' },
    notes: [{ text: 'Prefiere mañanas', by: null }],
    sales: [{ amount: 1_500_000 }, { amount: 800_000 }],
    inquiries: [{ number: 1 }, { number: 2 }],
    timers: [],
  })
  expect(view('+573001112233')?.stageChanges.map(({ from, to }) => [from, to])).toEqual([
    [null, 'visitor'],
    ['visitor', 'lead'],
    ['lead', 'qualified'],
    ['qualified', 'opportunity'],
    ['opportunity', 'customer'],
    ['customer', 'repeat_customer'],
  ])
  expect(view('+573009998877')).toMatchObject({ stage: 'stranger', sales: [] })

  await run(contactsExport, 'salida.csv')
  const out = readFileSync(join(folder, 'salida.csv'), 'utf8')
  expect(out).toContain(
    "'+573001112233,Ana Ruiz,,,,Cliente recurrente,Feria,2025-03-10,2,2300000,2025-09-12,",
  )
  expect(out).toContain(`'+573009990000,"'=HYPERLINK(""x"")"`)
  // What was written out says nothing new when it is read back.
  const back = await run(contactsImport, 'salida.csv')
  expect(back.out).toContain('nuevas: 0; ya conocidas: 3) · ventas nuevas: 0')
})

test('a bad line is told with what to do, and the others are taken', async () => {
  const latin1 = Buffer.from('nombre,teléfono\nInés,3001112233\nPedro,abc\n', 'latin1')
  const { code, out, err } = await run(contactsImport, write('vieja.csv', latin1))
  expect(code).toBe(1)
  expect(err).toBe(
    'vieja.csv:3: el teléfono «abc» no se entiende. Escribirlo con su país, como +573001112233.\n',
  )
  expect(out).toContain('nuevas: 1')
  expect(view('+573001112233')).toMatchObject({ slots: { name: { value: 'Inés' } } })
})

test.each([
  ['nada.csv', null, 'nada.csv: no existe'],
  ['lista.xlsx', 'PK\u0003\u0004', 'Guardar como'],
  ['chat.zip', 'PK\u0003\u0004', 'Descomprimirlo'],
])('%s is refused with what to do', async (name, text, sentence) => {
  if (text !== null) write(name, text)
  const { code, err } = await run(contactsImport, name)
  expect(code).toBe(1)
  expect(err).toContain(sentence)
})

test('a chat is taken in once, with its moments, and tells how long they are known', async () => {
  const chat = [
    '[12/3/25, 3:04:05 p. m.] Ana Ruiz: Hola',
    '[12/3/25, 3:04:05 p. m.] Ana Ruiz: Hola',
    '[12/3/25, 3:06:00 p. m.] Rosalba: Buenas tardes,',
    '¿qué necesita?',
    '\u200e[13/3/25, 9:00:00 a. m.] Ana Ruiz: \u200eimagen omitida',
  ].join('\n')
  write('_chat.txt', chat)
  expect((await run(contactsImport, '_chat.txt')).err).toContain('--phone')
  const first = await run(contactsImport, '_chat.txt', '--phone=3001112233')
  expect(first.out).toContain('mensajes nuevos: 4 · ya guardados: 0')
  write('_chat.txt', `${chat}\n[14/3/25, 9:00:00 a. m.] Ana Ruiz: ¿sigue?`)
  const more = await run(contactsImport, '_chat.txt', '--phone', '3001112233')
  expect(more.out).toContain('mensajes nuevos: 1 · ya guardados: 4')
  expect(view('+573001112233')).toMatchObject({
    stage: 'visitor',
    stageChanges: [{ from: null, to: 'visitor', at: '2025-03-12T20:04:05.000Z' }],
  })
  const db = openForReading(config.database.path)
  const id = findContactByPhone(db, '+573001112233')
  const log = id === null ? [] : conversationLog(db, id, EXPORTED, 10)
  db.raw.close()
  expect(log.map(({ kind, at }) => [kind, at])).toEqual([
    ['in', '2025-03-12T20:04:05.000Z'],
    ['in', '2025-03-12T20:04:05.000Z'],
    ['human', '2025-03-12T20:06:00.000Z'],
    ['in', '2025-03-13T14:00:00.000Z'],
    ['in', '2025-03-14T14:00:00.000Z'],
  ])
})

test('who is erased stays away, also from a list, and nothing changes beside a running bot', async () => {
  write('lista.csv', LIST)
  await run(contactsImport, 'lista.csv')
  const asked = await run(contactsErase, '300 111 2233')
  expect([asked.code, asked.out]).toEqual([1, ''])
  expect(asked.err).toContain('sus compras (2) y todo lo demás. No se puede deshacer.')
  expect(view('+573001112233')).not.toBeNull()
  const done = await run(contactsErase, '300 111 2233', '--yes')
  expect(done.out).toContain('+573001112233: borrado.')
  expect(view('+573001112233')).toBeNull()
  expect((await run(contactsErase, '3001112233', '--yes')).code).toBe(1)
  expect((await run(contactsErase, '+573000000001')).err).toContain('staff')
  expect((await run(contactsImport, 'lista.csv')).err).toContain('pidió que se borraran sus datos')
  expect(view('+573001112233')).toBeNull()

  const lock = lockDatabase(config.database.path)
  expect((await run(contactsImport, 'lista.csv')).code).toBe(1)
  expect((await run(contactsImport, 'lista.csv', '--dry-run')).code).toBe(0)
  lock.release()
})

test('a list that holds what was sold in the chat doubles nothing, and says so before', async () => {
  write('lista.csv', LIST)
  await run(contactsImport, 'lista.csv')
  const sold = new Sqlite(config.database.path)
  // As if the chat had noted them: late on the same evening, in Bogotá.
  const chat = sold.prepare("update sales set id = 'chat/' || amount, at = ? where amount = ?")
  chat.run('2025-03-11T03:30:00.000Z', 1_500_000)
  sold.close()
  const twice = '3001112233;10/03/2025;1500000\r\n3001112233;10/03/2025;1500000'
  write('ventas.csv', `Celular;Fecha;Valor\r\n${twice}\r\n3001112233;12/09/2025;800000`)
  const dry = await run(contactsImport, 'ventas.csv', '--dry-run')
  expect(dry.out).toContain('ventas: 1 · renglones')
  expect(dry.out).toContain('una venta ya estaba anotada aquí (misma persona, día y valor)')
  expect((await run(contactsImport, 'ventas.csv')).out).toContain('ventas nuevas: 1')
  expect(
    view('+573001112233')
      ?.sales.map(({ amount }) => amount)
      .toSorted(),
  ).toEqual([...[1_500_000, 1_500_000, 800_000]])
})

test.each([[[]], [['--otra']], [['a.csv', '--phone']]])('%j is no command', async (args) => {
  const { code, err } = await run(contactsImport, ...args)
  expect([code, err]).toEqual([2, `${MESSAGES['intake.usage']}\n`])
})
