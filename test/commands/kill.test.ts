import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createPlace, type Place, type Started } from './_product.js'

const ANA = '+573005550101'

function placeForTest(): Place {
  const place = createPlace()
  onTestFinished(() => place.close())
  return place
}

function post({ url }: Started, path: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json' }
  return fetch(`${url}/simulator/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
}

function pidIn({ folder }: Place): number {
  return Number.parseInt(readFileSync(join(folder, 'taller.db.pid'), 'utf8'), 10)
}

/** Until another process than `before` serves the same database and port. */
async function anotherThan(before: number, place: Place, { url }: Started): Promise<void> {
  for (;;) {
    const ready = await fetch(`${url}/readyz`).catch(() => null)
    if (ready?.ok === true && pidIn(place) !== before) return
  }
}

async function saidTo({ url }: Started): Promise<readonly string[]> {
  const answer = await fetch(`${url}/simulator/messages?to=${encodeURIComponent(ANA)}`)
  const body: unknown = await answer.json()
  return JSON.stringify(body).match(/"text":"[^"]*"/g) ?? []
}

test('killed from the page, the bot stands up again as another process and goes on', async () => {
  const place = placeForTest()
  const product = await place.start({ SETTLE_MS: '0' })
  for (const text of ['necesito 15 camisas', 'en un mes']) {
    await post(product, 'messages', { from: ANA, text })
    await post(product, 'settle', {})
    const before = { pid: pidIn(place), said: await saidTo(product) }
    expect((await post(product, 'kill', {})).status).toBe(202)
    await anotherThan(before.pid, place, product)
    // Nothing is lost and nothing is said twice.
    expect(await saidTo(product)).toEqual(before.said)
  }
  const { code, out, err } = await product.stop('SIGTERM')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out.match(/Porquesí está listo/g)).toHaveLength(3)
  // Nobody closed in order but the last.
  expect(out.match(/Cerrado en orden/g)).toHaveLength(1)
})

test('a bot that dies without having asked for it stays dead, and its launcher goes with it', async () => {
  const product = await placeForTest().start()
  process.kill(product.pid, 'SIGKILL')
  const { code, out } = await product.ended
  // A signal's end, not one of its own.
  expect(code).toBeNull()
  expect(out.match(/Porquesí está listo/g)).toHaveLength(1)
})

test('a launcher that is killed takes the bot with it, so that nothing blocks the next start', async () => {
  const place = placeForTest()
  const first = await place.start()
  await first.stop('SIGKILL')
  const again = await place.start()
  expect((await again.stop('SIGINT')).code).toBe(0)
})
