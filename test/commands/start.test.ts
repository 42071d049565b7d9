import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import type { Env } from '../../src/config.js'
import { createPlace, lines, type Place, type Started } from './_product.js'

const ANA = '+573005550101'
/** Nobody is answered until `settle` closes the burst: what is cut short is known. */
const SLOWLY: Env = { SETTLE_MS: '60000' }
const SILENT =
  '•••0001 recibe los avisos, pero aún no ha escrito a la línea. Basta un «hola» desde ese ' +
  'número; mientras tanto los avisos esperan.'
const unlinked = (url: string): string =>
  `WhatsApp sin vincular. Para vincular el número del negocio: ${url}/whatsapp`
const CLOSED = 'Cerrado en orden. Lo pendiente sigue al volver a abrir.'

const bubbles = z.object({ messages: z.array(z.object({ seq: z.number(), text: z.string() })) })
const clock = z.object({ now: z.string() })

function placeForTest(): Place {
  const place = createPlace()
  onTestFinished(() => place.close())
  return place
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
        'Simulador encendido: lo que se escribe ahí no sale a WhatsApp.',
        'Base de datos: taller.db (nueva)',
        SILENT,
        unlinked(product.url),
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
      'Simulador encendido: lo que se escribe ahí no sale a WhatsApp.',
      'Base de datos: taller.db',
      unlinked(again.url),
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

    const again = await place.start({ SETTLE_MS: '0' })
    while ((await phoneOf(again)).length === 0) {
      // Until it has taken up by itself what was left behind.
    }
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
