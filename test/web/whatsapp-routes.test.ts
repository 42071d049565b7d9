import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { WhatsAppStatus } from '../../src/web/deps.js'
import { type House, openHouse, post } from './_house.js'

const SINCE = '2026-03-10T15:00:00.000Z'

let house: House
let status: WhatsAppStatus
let asked: (string | null)[]
let ahead: number

beforeEach(async () => {
  status = { state: 'off', since: SINCE }
  asked = []
  ahead = 0
  house = await openHouse({
    whatsappStatus: () => status,
    whatsapp: {
      link: async (phone) => {
        asked.push(phone)
        if (phone === '300') return 'bad_phone'
        if (phone === '+573000000000') return 'clock_ahead'
        status = { state: 'linking', since: SINCE, qr: 'codigo' }
        return 'begun'
      },
      unlink: async () => {
        status = { state: 'off', since: SINCE }
      },
      aheadMs: () => ahead,
    },
  })
})
afterEach(() => house.server.close())

async function page(): Promise<string> {
  return (await fetch(`${house.url}/whatsapp`)).text()
}

test('linking by QR code and by a number, and unlinking', async () => {
  expect(await (await post(`${house.url}/whatsapp/link`, {})).json()).toEqual(status)
  await post(`${house.url}/whatsapp/link`, { phone: ' +57 300 111 2233 ' })
  expect(asked).toEqual([null, '+57 300 111 2233'])
  const answer = await post(`${house.url}/whatsapp/unlink`, {})
  expect([answer.status, await answer.json()]).toEqual([202, { state: 'off', since: SINCE }])
})

test.each([{ phone: '300' }, { phone: 300 }, { phone: '3'.repeat(50) }])(
  'a number that is none is explained: %o',
  async (body) => {
    const answer = await post(`${house.url}/whatsapp/link`, body)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toEqual({
      error: 'Ese número no parece completo: hace falta con su país, como +57 300 111 2233.',
    })
  },
)

test('a number is not linked on simulated days', async () => {
  const answer = await post(`${house.url}/whatsapp/link`, { phone: '+573000000000' })
  expect(answer.status).toBe(409)
  expect(await answer.json()).toEqual({
    error: expect.stringContaining('El reloj del simulador está adelantado'),
  })
})

test('a form on some other page links nothing', async () => {
  const plain = { 'content-type': 'text/plain' }
  expect((await post(`${house.url}/whatsapp/link`, {}, plain)).status).toBe(415)
  const foreign = { origin: 'https://example.com' }
  expect((await post(`${house.url}/whatsapp/unlink`, {}, foreign)).status).toBe(403)
  expect(asked).toEqual([])
})

describe('the page', () => {
  test.each<[WhatsAppStatus, string]>([
    [{ state: 'off', since: SINCE }, 'Vincular WhatsApp'],
    [{ state: 'linking', since: SINCE }, 'Trayendo el código'],
    [{ state: 'linking', since: SINCE, accepted: true }, 'El celular aceptó'],
    [{ state: 'linking', since: SINCE, pairingCode: 'K7QM4R2X' }, 'K7QM<span>-</span>4R2X'],
    [{ state: 'open', since: SINCE, phone: '+573001112233' }, 'Vinculado y oyendo'],
    [
      { state: 'open', since: SINCE, silentOwner: '•••0001', ownerIsHere: true },
      'Mensaje a ti mismo',
    ],
    [{ state: 'open', since: SINCE, silentOwner: '•••0001' }, 'a este número desde el •••0001'],
    [{ state: 'reconnecting', since: SINCE, phone: '+573001112233' }, 'Intentando ahora.'],
    [{ state: 'reconnecting', since: SINCE, replaced: true }, 'Ya lo cerré'],
    [{ state: 'restricted', since: SINCE }, 'no dijo hasta cuándo'],
    [{ state: 'needs_link', since: SINCE }, 'Mostrar el código'],
    [
      { state: 'restricted', since: SINCE, restrictedUntil: '2026-03-12T14:00:00.000Z' },
      'WhatsApp pidió calma hasta ',
    ],
  ])('of %o says what happens and what to do', async (now, words) => {
    status = now
    expect(await page()).toContain(words)
  })

  test('of a number that was never linked promises nothing, and has a way out', async () => {
    status = { state: 'reconnecting', since: SINCE }
    const markup = await page()
    expect(markup).toContain('No pude llegar a WhatsApp')
    expect(markup).toContain('Dejarlo así')
    expect(markup).toContain('sin conexión')
    expect(markup).not.toContain('me llega al volver')
    status = { state: 'linking', since: SINCE }
    expect(await page()).toContain('Dejarlo así')
  })

  test.each([
    [13.2 * 86_400_000, 'va 13 días adelante'],
    [86_400_000, 'va un día adelante'],
    [2 * 3_600_000, 'va 2 horas adelante'],
  ])('on simulated days (%d ms) says so before anybody presses', async (ms, words) => {
    ahead = ms
    const markup = await page()
    expect(markup).toContain(words)
    expect(markup).toContain('data-copy="DATABASE_URL=sqlite:data/local/negocio.db npm start"')
    expect(markup).not.toContain('data-post="/whatsapp/link"')
  })

  test('draws the QR code dark on white, whatever the theme', async () => {
    status = { state: 'linking', since: SINCE, qr: 'https://wa.me/settings/linked_devices#2@a,b,c' }
    const markup = await page()
    expect(markup).toContain('<svg class="code"')
    expect(markup).toMatch(
      /<rect width="\d+" height="\d+" fill="#fff"\/>\s*<path fill="#2b1320" d="M/,
    )
  })

  test('marks the one state the line is in', async () => {
    status = { state: 'reconnecting', since: SINCE, replaced: true }
    const markup = await page()
    expect(markup.match(/<li[^>]* aria-current="true"/g)).toHaveLength(1)
    expect(markup).toMatch(/aria-current="true">\s*<i[^>]*><\/i><b>Otra sesión abierta/)
  })
})
