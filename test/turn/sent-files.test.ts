import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import type { App } from '../../src/app/app.js'
import { readCsv } from '../../src/core/intake/csv.js'
import {
  ANA,
  column,
  createHouse,
  createWire,
  inbound,
  NOW,
  OWNER,
  openApp,
  phone,
  writes,
} from './_house.js'

const PNG = { png: Buffer.from('a picture'), width: 30, height: 20 }
const draw = async () => PNG
const folderOf = (app: App) => join(dirname(app.config.database.path), 'media')
const files = (app: App) => app.simulator?.handedOver(OWNER, 0).flatMap(({ file }) => file ?? [])
const kept = (app: App) => (existsSync(folderOf(app)) ? readdirSync(folderOf(app)).sort() : [])

/** The day before: on the first one there is nothing to draw yet. */
async function withAna(app: App): Promise<void> {
  await writes(app, OWNER, 'hola')
  await writes(
    app,
    ANA,
    'soy Ana, necesito 20 camisetas polo para el 27 de marzo, tengo como un millón',
  )
  await app.advance('P1D')
}

test('the report is a picture with its sentences under it', async () => {
  const app = openApp({ draw })
  await withAna(app)
  const told = await writes(app, OWNER, 'reporte')
  expect(told).toEqual([expect.stringContaining('*El reporte de la semana*')])
  expect(files(app)).toMatchObject([
    { media: 'image', name: 'semana.png', mime: 'image/png', bytes: 9, width: 30, height: 20 },
  ])
  const [file] = files(app) ?? []
  expect(readFileSync(join(folderOf(app), file?.hash ?? ''))).toEqual(PNG.png)
})

test('what cannot be drawn is told to nobody but the log: the sentences go alone', async () => {
  const app = openApp({ draw: () => Promise.reject(new Error('no such program here')) })
  await withAna(app)
  const told = await writes(app, OWNER, 'reporte')
  expect(told).toEqual([expect.stringContaining('*El reporte de la semana*')])
  expect([files(app), kept(app)]).toEqual([[], []])
  await app.advance('P7D')
  expect(phone(app, OWNER).filter((text) => text.includes('El reporte'))).toHaveLength(2)
})

test('it is drawn once, and every try sends the same file under the same id', async () => {
  let drawn = 0
  const house = createHouse()
  const tried: string[] = []
  const wire = createWire(({ message, messageId }) => {
    if (message.kind !== 'file') return { ok: true, at: new Date(NOW).toISOString() }
    tried.push(messageId)
    return { ok: false, error: { kind: 'unreachable', cause: null } }
  })
  const counting = async () => {
    drawn += 1
    return PNG
  }
  const first = house.open({ draw: counting })
  await withAna(first)
  await first.close()
  const second = house.open({ draw: counting, channel: wire })
  await second.turns.receive(inbound(OWNER, 'reporte', 'asked'))
  await second.settle()
  await second.close()
  const third = house.open({ draw: counting })
  await third.settle()
  expect(third.simulator?.handedOver(OWNER, 0).at(-1)).toMatchObject({
    id: tried[0],
    file: { name: 'semana.png' },
  })
  expect([tried.length > 0, drawn]).toEqual([true, 1])
})

test('«exportar» sends contacts and sales as tables that are read back and run nothing', async () => {
  const app = openApp({ draw })
  await withAna(app)
  await writes(app, OWNER, 'ganado ana 840 mil')
  app.db.raw
    .prepare(
      "update contacts set state = json_set(state, '$.slots.name.value', '=1+1') where phone = ?",
    )
    .run(ANA)
  await writes(app, OWNER, 'exportar')
  await writes(app, OWNER, 'sí')
  const tables = (files(app) ?? []).map(({ hash, name, media }) => {
    const rows = readFileSync(join(folderOf(app), hash), 'utf8').split('\r\n')
    return { name, media, rows }
  })
  expect(tables.map(({ name, media }) => [name, media])).toEqual([
    ['contactos-2026-03-11.csv', 'document'],
    ['ventas-2026-03-11.csv', 'document'],
  ])
  expect(tables[0]?.rows.find((row) => row.includes(ANA))).toMatch(
    /^'\+573005550101;'=1\+1;.*;1;840000;2026-03-11;;.*$/,
  )
  expect(tables[1]?.rows.slice(0, 2)).toEqual([
    '\ufefffecha;teléfono;nombre;valor;moneda;producto',
    expect.stringMatching(/^2026-03-11;'\+573005550101;'=1\+1;840000;COP;/),
  ])
  const read = readCsv((tables[1]?.rows ?? []).join('\r\n'))
  expect(read.kind).toBe('rows')
})

test('a list outlives neither a newer one nor anybody who is in it', async () => {
  const app = openApp({ draw })
  await withAna(app)
  await writes(app, OWNER, 'reporte')
  for (const _ of [1, 2]) {
    await writes(app, OWNER, 'exportar')
    await writes(app, OWNER, 'sí')
    await writes(app, ANA, 'y en azul')
  }
  await app.media.idle()
  // The picture, and the two newest tables.
  expect(kept(app)).toHaveLength(3)
  await writes(app, ANA, 'borrar mis datos')
  await writes(app, ANA, 'sí')
  await app.advance('PT5M')
  await app.media.idle()
  expect(kept(app)).toHaveLength(1)
  expect(column(app, 'select count(*) from outbox where file is not null')).toEqual([1])
})
