import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import type { Env } from '../../src/config.js'
import { createPlace, type Place, ROOT, type Started } from './_product.js'

const ANA = '+573005550101'
/** Nobody is answered until `settle` closes the burst: what is cut short is known. */
const SLOWLY: Env = { SETTLE_MS: '60000' }
const SILENT =
  '•••0001 recibe los avisos, pero aún no ha escrito a la línea. Basta un «hola» desde ese ' +
  'número; mientras tanto los avisos esperan.'
const CLOSED = 'Cerrado en orden. Lo pendiente sigue al volver a abrir.'

const bubbles = z.object({ messages: z.array(z.object({ seq: z.number(), text: z.string() })) })
const clock = z.object({ now: z.string() })

function placeForTest(): Place {
  const place = createPlace()
  onTestFinished(() => place.close())
  return place
}

function lines(...all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join('')
}

async function post({ url }: Started, path: string, body: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json' }
  const sent = await fetch(`${url}/simulator/${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  })
  if (!sent.ok) throw new Error(`${path}: ${sent.status} ${await sent.text()}`)
  return sent.json()
}

async function get({ url }: Started, path: string): Promise<unknown> {
  return (await fetch(`${url}/${path}`)).json()
}

async function writes(product: Started, id: string, text: string): Promise<void> {
  await post(product, 'messages', { from: ANA, id, text })
  await post(product, 'settle', {})
}

async function phoneOf(product: Started) {
  const query = `to=${encodeURIComponent(ANA)}&after=0`
  return bubbles.parse(await get(product, `simulator/messages?${query}`)).messages
}

function contactOf(product: Started): Promise<unknown> {
  return get(product, `simulator/contacts/${encodeURIComponent(ANA)}`)
}

describe('start', () => {
  let place: Place
  let product: Started
  beforeAll(async () => {
    place = createPlace()
    product = await place.start()
  })
  afterAll(() => place.close())

  test('answers a supervisor and shows the simulator', async () => {
    expect(await get(product, 'healthz')).toEqual({ ok: true })
    expect(await get(product, 'readyz')).toEqual({ ok: true, database: true, channels: true })
    expect(await get(product, 'whatsapp/status')).toMatchObject({ state: 'off' })
    expect(await (await fetch(`${product.url}/metrics`)).text()).toContain('porquesi_up_seconds ')
    expect(await (await fetch(product.url)).text()).toContain('Uniformes Hilván')
  })

  test('refuses a second process on the same database and names the first', async () => {
    expect(await place.run('start')).toEqual({
      code: 1,
      out: '',
      err: `Ya hay otro Porquesí abierto con esta base de datos (proceso ${product.pid}). Cerrarlo, o usar otra con DATABASE_URL.\n`,
    })
  })

  test('refuses a port in use and names another', async () => {
    const { port } = product
    const taken = await place.run('start', {
      PORT: String(port),
      DATABASE_URL: 'sqlite:otra/otra.db',
    })
    expect(taken).toEqual({
      code: 1,
      out: '',
      err: `El puerto ${port} está ocupado. Para usar otro: PORT=${port < 65_535 ? port + 1 : port - 1} npm start\n`,
    })
  })

  // The last of them: it closes what the others look at.
  test('says where to click, and closes in order with a page open', async () => {
    const page = await fetch(`${product.url}/simulator/events`)
    const closed = page.text().catch(() => 'cut')
    expect(await product.stop('SIGTERM')).toEqual({
      code: 0,
      out: lines(
        `Porquesí está listo: ${product.url}`,
        'Simulador encendido: nada sale a WhatsApp.',
        'Base de datos: taller.db (nueva)',
        SILENT,
        CLOSED,
      ),
      err: '',
    })
    await closed
    expect(readdirSync(place.folder)).not.toContain('taller.db.pid')
  })
})

describe('a restart on the same file', () => {
  test('goes on with conversation, seq and clock where an orderly close left them', async () => {
    const place = placeForTest()
    const first = await place.start(SLOWLY)
    await post(first, 'messages', { from: '+573000000001', text: 'hola' })
    await writes(first, 'm1', 'hola')
    await post(first, 'clock', { advance: 'P3D' })
    await writes(first, 'm2', 'necesito 15 camisas')
    const [said, known] = [await phoneOf(first), await contactOf(first)]
    const { now } = clock.parse(await post(first, 'settle', {}))
    expect((await first.stop('SIGINT')).code).toBe(0)

    const again = await place.start(SLOWLY)
    expect(await phoneOf(again)).toEqual(said)
    expect(await contactOf(again)).toEqual(known)
    const later = clock.parse(await post(again, 'settle', {})).now
    expect(Date.parse(later)).toBeGreaterThanOrEqual(Date.parse(now))

    await writes(again, 'm2', 'necesito 15 camisas')
    expect(await phoneOf(again)).toEqual(said)
    await writes(again, 'm3', 'en un mes')
    const [answer] = (await phoneOf(again)).slice(said.length)
    expect(answer?.text).toMatch(/^En un mes, entonces/)
    expect(answer?.seq).toBeGreaterThan(Math.max(...said.map(({ seq }) => seq)))

    // The owner has written meanwhile, and the file is no longer new.
    const { out, err } = await again.stop('SIGTERM')
    expect(out.split('\n').slice(1)).toEqual([
      'Simulador encendido: nada sale a WhatsApp.',
      'Base de datos: taller.db',
      CLOSED,
      '',
    ])
    expect(err).toBe('')
  })

  test('after kill -9 answers what was taken and not yet answered, once', async () => {
    const place = placeForTest()
    const first = await place.start(SLOWLY)
    await post(first, 'messages', { from: ANA, id: 'm1', text: 'necesito 15 camisas' })
    await first.stop('SIGKILL')

    const again = await place.start(SLOWLY)
    await writes(again, 'm1', 'necesito 15 camisas')
    const said = await phoneOf(again)
    expect(said).toHaveLength(1)
    expect(said[0]?.text).toContain('$870.000')
    expect(await again.stop('SIGTERM')).toMatchObject({ code: 0, err: '' })
  })

  test('says what is still on its way at the close, and hands it over once', async () => {
    const place = placeForTest()
    const first = await place.start({ SETTLE_MS: '0', PACING: 'human' })
    await post(first, 'messages', { from: ANA, id: 'm1', text: 'necesito 15 camisas' })
    const waiting = /^porquesi_outbox_unfinished 1$/m
    while (!waiting.test(await (await fetch(`${first.url}/metrics`)).text())) {
      // Until the turn is over and the bot "types".
    }
    const { code, out } = await first.stop('SIGTERM')
    expect(code).toBe(0)
    expect(out).toContain(lines('Cerrando: falta un mensaje por salir.', CLOSED))

    const again = await place.start()
    await post(again, 'settle', {})
    expect(await phoneOf(again)).toHaveLength(1)
  })
})

describe('start does not begin with', () => {
  let place: Place
  beforeAll(() => {
    place = createPlace()
  })
  afterAll(() => place.close())

  test('a bad setting', async () => {
    expect(await place.run('start', { PORT: 'tres mil' })).toEqual({
      code: 2,
      out: '',
      err: 'PORT=tres mil: se esperaba un número entre 1 y 65535.\n',
    })
  })

  test('several bad settings: all are said at once, no password among them', async () => {
    const env: Env = {
      PORT: '70000',
      HOST: '0.0.0.0',
      DATABASE_URL: 'postgres://ana:secreta@base/taller',
      LOG_LEVEL: 'alto',
      WHATSAPP_CHANNEL: 'simulator,cloud',
      SETTLE_MS: '-1',
      PACING: 'rápido',
    }
    expect(await place.run('start', env)).toEqual({
      code: 2,
      out: '',
      err: lines(
        'PORT=70000: se esperaba un número entre 1 y 65535.',
        'DATABASE_URL=postgres://…: todavía no disponible. Por ahora: sqlite:…',
        'LOG_LEVEL=alto: se esperaba una de estas palabras: silent, error, warn, info, debug, trace.',
        'WHATSAPP_CHANNEL=cloud: todavía no disponible. Por ahora: simulator.',
        'SETTLE_MS=-1: se esperaba un número entre 0 y 60000.',
        'PACING=rápido: se esperaba una de estas palabras: human, off.',
        'HOST=0.0.0.0: el simulador solo se abre en esta máquina (127.0.0.1). Para abrirlo a la red: SIMULATOR_REMOTE=1',
      ),
    })
  })

  test('a flows folder that is not there', async () => {
    expect(await place.run('start', { FLOWS_DIR: 'ninguna' })).toEqual({
      code: 2,
      out: '',
      err: lines(
        'ninguna: la carpeta no existe o no se puede leer. Crearla, o decir otra con FLOWS_DIR.',
        '1 problema en 1 archivo. Porquesí no arranca hasta corregirlo.',
      ),
    })
  })

  test('flows that are broken: every problem of every file at once', async () => {
    cpSync(join(ROOT, 'flows'), join(place.folder, 'rotos'), { recursive: true })
    edit(place, 'rotos/business.yaml', 'timeZone: America/Bogota\n', '')
    edit(place, 'rotos/after-sale.yaml', 'title: "', 'title: "sin "cerrar ')
    edit(place, 'rotos/qualification.yaml', 'serían y para cuántas personas.', 'serían, {nombree}.')
    expect(await place.run('start', { FLOWS_DIR: 'rotos' })).toEqual({
      code: 2,
      out: '',
      err: lines(
        'rotos/after-sale.yaml:3: esta línea no se entiende. Revisar la sangría, los dos puntos y las comillas.',
        'rotos/business.yaml:5: falta «timeZone». Agregarlo.',
        'rotos/qualification.yaml:29: {nombree} no está en business.yaml ni la pregunta ningún paso. ¿Será {nombre}?',
        '3 problemas en 3 archivos. Porquesí no arranca hasta corregirlos.',
      ),
    })
  })

  test('a variable, a fact or a flow that there is not', async () => {
    cpSync(join(ROOT, 'flows'), join(place.folder, 'flujos'), { recursive: true })
    edit(place, 'flujos/qualification.yaml', 'onSilence: silence', 'onSilence: silense')
    edit(place, 'flujos/silence.yaml', 'Le guardo la cuenta', 'Le guardo {la_cuenta}')
    edit(place, 'flujos/silence.yaml', 'Hola, {nombre}.', '{dato:parqueadero}')
    expect(await place.run('start', { FLOWS_DIR: 'flujos' })).toEqual({
      code: 2,
      out: '',
      err: lines(
        'flujos/qualification.yaml:8: el flujo «silense» no existe. ¿Será «silence»? Hay: after-sale, qualification, silence.',
        'flujos/silence.yaml:17: la respuesta «parqueadero» no está en business.yaml. Agregarla o quitarla de aquí.',
        'flujos/silence.yaml:17: {la_cuenta} no está en business.yaml ni la pregunta ningún paso. Agregarla o quitarla.',
        '3 problemas en 2 archivos. Porquesí no arranca hasta corregirlos.',
      ),
    })
  })

  test('a folder that cannot be: a file stands in its place', async () => {
    writeFileSync(join(place.folder, 'archivo'), '')
    expect(await place.run('start', { DATABASE_URL: 'sqlite:archivo/taller.db' })).toEqual({
      code: 1,
      out: '',
      err: 'No se puede escribir en archivo. Dar permiso sobre esa carpeta, o usar otra con DATABASE_URL.\n',
    })
  })

  test('a corrupt database, which stays as it was', async () => {
    const path = join(place.folder, 'rota.db')
    const garbage = Buffer.from('this was never a database\n'.repeat(500))
    writeFileSync(path, garbage)
    expect(await place.run('start', { DATABASE_URL: 'sqlite:rota.db' })).toEqual({
      code: 1,
      out: '',
      err: 'rota.db está dañada y no se tocó. Para seguir, restaurar una copia o usar otra con DATABASE_URL.\n',
    })
    expect(readFileSync(path).equals(garbage)).toBe(true)
  })

  test('a database of a newer version, which stays as it was', async () => {
    mkdirSync(join(place.folder, 'datos'))
    const path = join(place.folder, 'datos', 'nueva.db')
    const raw = new Sqlite(path)
    raw.exec('create table future (id integer)')
    raw.pragma('user_version = 99')
    raw.close()
    const before = readFileSync(path)
    expect(await place.run('start', { DATABASE_URL: 'sqlite:datos/nueva.db' })).toEqual({
      code: 1,
      out: '',
      err: 'nueva.db es de una versión más nueva. Actualizar Porquesí.\n',
    })
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  test('an address that is not of this machine', async () => {
    const env: Env = { PORT: '3999', HOST: '203.0.113.1', SIMULATOR_REMOTE: '1' }
    expect(await place.run('start', env)).toEqual({
      code: 1,
      out: '',
      err: 'No se puede abrir 203.0.113.1:3999. Revisar HOST y PORT.\n',
    })
  })
})

/** Puts `text` in the place of the first `found`, which has to be there. */
function edit(place: Place, file: string, found: string, text: string): void {
  const path = join(place.folder, file)
  const before = readFileSync(path, 'utf8')
  if (!before.includes(found)) throw new Error(`${file} does not say: ${found}`)
  writeFileSync(path, before.replace(found, text))
}
