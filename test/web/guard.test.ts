import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type House, messages, openHouse, PROSPECT, post } from './_house.js'

let house: House

beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.server.close())

/** `fetch` does not let a caller choose `Host`. */
function statusFor(url: string, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    asked.on('error', reject)
    asked.end()
  })
}

describe('who may come in', () => {
  test.each([
    ['127.0.0.1', 200],
    ['127.0.0.1:3000', 200],
    ['localhost:8080', 200],
    ['[::1]:3000', 200],
    ['evil.example', 403],
    ['127.0.0.1.evil.example', 403],
    ['localhost.evil.example:3000', 403],
    ['192.168.1.7:3000', 403],
  ])('the host %s gets %i', async (host, status) => {
    expect(await statusFor(`${house.url}/whatsapp/status`, host)).toBe(status)
    expect(await statusFor(`${house.url}/`, host)).toBe(status)
    const list = `${house.url}/simulator/messages?to=%2B573001112233`
    expect(await statusFor(list, host)).toBe(status)
  })

  test('health is for supervisors under any name', async () => {
    expect(await statusFor(`${house.url}/healthz`, 'pod.internal')).toBe(200)
    expect(await statusFor(`${house.url}/readyz`, 'pod.internal')).toBe(200)
  })

  test('any host may come in once the owner lets others in', async () => {
    const open = await openHouse({ allowRemote: true })
    expect(await statusFor(`${open.url}/whatsapp/status`, '192.168.1.7:3000')).toBe(200)
    await open.server.close()
  })

  test.each(['https://evil.example', 'null', 'http://127.0.0.1:1', 'nonsense'])(
    'a POST from the origin %s is refused',
    async (origin) => {
      const body = { from: PROSPECT, text: 'hola' }
      const sent = await post(`${house.url}/simulator/messages`, body, { origin })
      expect(sent.status).toBe(403)
      expect(await sent.json()).toEqual({ error: messages['web.error.origin'] })
      expect(house.stored).toEqual([])
    },
  )

  test('a POST from the page itself is taken', async () => {
    const body = { from: PROSPECT, text: 'hola' }
    const sent = await post(`${house.url}/simulator/messages`, body, { origin: house.url })
    expect(sent.status).toBe(202)
  })
})
