import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type House, messages, openHouse } from './_house.js'

let house: House

beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.server.close())

describe('the server', () => {
  test.each(['/', '/whatsapp', '/healthz', '/assets/simulator.js', '/nada', '/simulator/nada'])(
    'sends strict headers with %s',
    async (path) => {
      const { headers } = await fetch(house.url + path)
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; " +
          "img-src 'self'; font-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
      )
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('x-powered-by')).toBeNull()
    },
  )

  test('is alive, and ready only when its house is', async () => {
    expect((await fetch(`${house.url}/healthz`)).status).toBe(200)
    const ready = await fetch(`${house.url}/readyz`)
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { ok: true, database: true, channels: true },
    ])
    const state = { ok: false, database: false, channels: true }
    const ill = await openHouse({ ready: () => state })
    const answer = await fetch(`${ill.url}/readyz`)
    expect([answer.status, await answer.json()]).toEqual([503, state])
    await ill.server.close()
  })

  test('gives the figures as Prometheus text', async () => {
    const answer = await fetch(`${house.url}/metrics`)
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
    expect(await answer.text()).toContain('porquesi_up 1')
  })

  test('says that WhatsApp is off, to programs and to people', async () => {
    const status = await fetch(`${house.url}/whatsapp/status`)
    expect(await status.json()).toEqual({ state: 'off', since: '2026-03-10T15:00:00.000Z' })
    const page = await (await fetch(`${house.url}/whatsapp`)).text()
    expect(page).toContain('Desde ahí le contesto a quien escriba')
  })

  test('tells who listens that something changed, once for many changes', async () => {
    const stream = await fetch(`${house.url}/simulator/events`)
    expect(stream.headers.get('content-type')).toMatch(/^text\/event-stream/)
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
    expect((await reader?.read())?.value).toBe('retry: 1000\n\n')
    house.changed()
    house.changed()
    expect((await reader?.read())?.value).toBe('event: change\ndata: {}\n\n')
    await house.server.close()
    expect(await reader?.read()).toEqual({ done: true, value: undefined })
  })

  test('frees its port when closed, also with a page still listening', async () => {
    const port = Number(new URL(house.url).port)
    await fetch(`${house.url}/simulator/events`)
    await house.server.close()
    const next = await openHouse()
    await next.server.close()
    await expect(fetch(house.url)).rejects.toThrow()
    const again = await house.server.listen(port, '127.0.0.1')
    expect(again).toEqual({ port, url: `http://127.0.0.1:${port}` })
  })

  test('rejects a port in use', async () => {
    const other = await openHouse()
    await other.server.close()
    const port = Number(new URL(house.url).port)
    await expect(other.server.listen(port, '127.0.0.1')).rejects.toMatchObject({
      code: 'EADDRINUSE',
    })
  })

  test('serves what the page asks for, and nothing outside its folder', async () => {
    const page = await (await fetch(house.url)).text()
    const wanted = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((match) => match[1])
    expect(wanted.length).toBeGreaterThan(5)
    for (const path of wanted) expect((await fetch(house.url + path)).status).toBe(200)
    expect((await fetch(`${house.url}/assets/..%2fserver.ts`)).status).toBeGreaterThanOrEqual(400)
    expect((await fetch(`${house.url}/assets/`)).status).toBe(404)
  })

  test('answers a strange address with a sentence', async () => {
    const answer = await fetch(`${house.url}/nada`)
    expect([answer.status, await answer.json()]).toEqual([
      404,
      { error: messages['web.error.not_found'] },
    ])
  })
})
