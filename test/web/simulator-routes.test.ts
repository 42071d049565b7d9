import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import type { Iso, MessageId } from '../../src/core/types.js'
import type { ContactView } from '../../src/store/contact-view.js'
import { type House, messages, openHouse, PROSPECT, post } from './_house.js'

let house: House

beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.server.close())

const path = (rest: string) => `${house.url}/simulator/${rest}`

const lines = z.array(z.looseObject({ id: z.string() }))
const shape = z.looseObject({ error: z.string().optional(), messages: lines.optional() })

async function answer(response: Response) {
  return { status: response.status, body: shape.parse(await response.json()) }
}

function hand(id: string, text = id) {
  const at = '2026-03-10T15:00:00.000Z' as Iso
  house.ledger.append({ id: id as MessageId, to: PROSPECT, text, at })
}

describe('POST /simulator/messages', () => {
  test('answers 202 with the id, the same for a repeat', async () => {
    const body = { from: PROSPECT, text: 'hola', id: 'x1', name: 'Ana' }
    const accepted = { status: 202, body: { id: 'x1' } }
    expect(await answer(await post(path('messages'), body))).toEqual(accepted)
    expect(await answer(await post(path('messages'), body))).toEqual(accepted)
    expect(house.stored).toHaveLength(1)
    expect(house.stored[0]).toMatchObject({ chat: PROSPECT, profileName: 'Ana' })
  })

  test('makes an id up when none comes', async () => {
    const { status, body } = await answer(
      await post(path('messages'), { from: PROSPECT, text: 'a' }),
    )
    expect([status, body]).toEqual([202, { id: house.stored[0]?.messageId }])
  })

  test('says what is wrong with a body, where, and how to mend it', async () => {
    const { status, body } = await answer(await post(path('messages'), { from: '310', text: 'a' }))
    expect(status).toBe(400)
    expect(body.error).toMatch(/«from».*\+573001112233/)
    expect(house.stored).toEqual([])
  })

  test.each([['"hola"'], ['[]'], ['null'], ['7']])(
    'refuses %s, which is no object',
    async (body) => {
      const headers = { 'content-type': 'application/json' }
      const sent = await answer(await fetch(path('messages'), { method: 'POST', headers, body }))
      expect(sent).toEqual({ status: 400, body: { error: messages['web.body.not_object'] } })
    },
  )

  test('refuses broken JSON with a sentence and no trace', async () => {
    const headers = { 'content-type': 'application/json; charset=utf-8' }
    const sent = await answer(
      await fetch(path('messages'), { method: 'POST', headers, body: '{"' }),
    )
    expect(sent).toEqual({ status: 400, body: { error: messages['web.error.json'] } })
    expect(house.logged).toEqual([])
  })

  test('takes 64 KB of text and refuses a body over 256 KB', async () => {
    const long = await post(path('messages'), { from: PROSPECT, text: 'ñ'.repeat(32_768) })
    expect(long.status).toBe(202)
    const huge = await post(path('messages'), { from: PROSPECT, text: 'a'.repeat(300_000) })
    expect(await answer(huge)).toEqual({
      status: 413,
      body: { error: messages['web.error.too_large'] },
    })
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
    'refuses the content type "%s"',
    async (type) => {
      const body = new TextEncoder().encode(JSON.stringify({ from: PROSPECT, text: 'hola' }))
      const headers = type === '' ? {} : { 'content-type': type }
      const sent = await fetch(path('messages'), { method: 'POST', headers, body })
      expect(await answer(sent)).toEqual({
        status: 415,
        body: { error: messages['web.error.media_type'] },
      })
      expect(house.stored).toEqual([])
    },
  )
})

describe('the other calls', () => {
  test('typing and the human on the business phone are accepted', async () => {
    expect((await post(path('typing'), { from: PROSPECT })).status).toBe(202)
    expect(house.typed).toEqual([PROSPECT])
    expect((await post(path('human'), { to: PROSPECT, text: 'yo sigo' })).status).toBe(202)
    expect(house.stored).toMatchObject([{ author: 'business', chat: PROSPECT }])
    expect((await post(path('typing'), {})).status).toBe(400)
    expect((await post(path('human'), { to: PROSPECT })).status).toBe(400)
  })

  test('messages lists what came after a seq, also by a + that nobody escaped', async () => {
    hand('a')
    hand('b')
    hand('b')
    const list = async (query: string) =>
      (await answer(await fetch(path(`messages?${query}`)))).body
    const whole = await list(`to=${encodeURIComponent(PROSPECT)}`)
    expect(whole.messages?.map((line) => line.id)).toEqual(['a', 'b', 'b'])
    expect(whole.messages?.[0]).toEqual({
      seq: 1,
      id: 'a',
      to: PROSPECT,
      text: 'a',
      at: '2026-03-10T15:00:00.000Z',
    })
    expect((await list(`to=${PROSPECT}&after=2`)).messages).toHaveLength(1)
    expect(await list('to=%2B573009999999&after=0')).toEqual({ messages: [] })
  })

  test.each(['', 'to=310', 'to=%2B573001112233&after=-1', 'to=%2B573001112233&after=a'])(
    'messages refuses the query "%s"',
    async (query) => {
      expect(await answer(await fetch(path(`messages?${query}`)))).toEqual({
        status: 400,
        body: { error: messages['web.error.query'] },
      })
    },
  )

  test('settle answers with the clock, with or without a body', async () => {
    const now = { status: 200, body: { now: '2026-03-10T15:00:00.000Z' } }
    expect(await answer(await post(path('settle'), {}))).toEqual(now)
    expect(await answer(await fetch(path('settle'), { method: 'POST' }))).toEqual(now)
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    expect((await fetch(path('settle'), { method: 'POST', headers: form })).status).toBe(415)
  })

  test('clock moves on by a checked duration', async () => {
    expect(await answer(await post(path('clock'), { advance: 'P3D' }))).toEqual({
      status: 200,
      body: { now: '2026-03-10T16:00:00.000Z' },
    })
    const refused = await answer(await post(path('clock'), { advance: 'tres días' }))
    expect(refused.status).toBe(400)
    expect(refused.body.error).toMatch(/«advance».*P3D/)
    expect(house.advanced).toEqual(['P3D'])
  })

  test('an unknown contact and an unknown route are 404 in JSON', async () => {
    expect(await answer(await fetch(path('contacts/%2B573009999999')))).toEqual({
      status: 404,
      body: { error: messages['web.error.no_contact'] },
    })
    const missing = { status: 404, body: { error: messages['web.error.not_found'] } }
    expect(await answer(await fetch(path('nada')))).toEqual(missing)
    expect(await answer(await post(path('nada'), {}))).toEqual(missing)
    expect(await answer(await fetch(`${house.url}/assets/nada.js`))).toEqual(missing)
    expect((await fetch(path('contacts/%'))).status).toBe(400)
  })
})

describe('GET /simulator/view', () => {
  const parts = z.looseObject({ phone: z.string(), regions: z.record(z.string(), z.string()) })

  test('brings what the page knows and every region that can change', async () => {
    await post(path('messages'), { from: PROSPECT, text: 'hola <b>' })
    const query = new URLSearchParams({ phone: PROSPECT, name: 'Ana' })
    const { phone, regions } = parts.parse(await (await fetch(path(`view?${query}`))).json())
    expect(phone).toBe(PROSPECT)
    expect(regions['log-prospect']).toContain('hola &lt;b&gt;')
    expect(Object.keys(regions).sort()).toEqual([
      ...['entry-owner', 'entry-prospect', 'head-owner', 'head-prospect', 'known', 'line'],
      ...['log-owner', 'log-prospect', 'name-owner', 'path', 'people'],
      ...['title-known', 'title-owner', 'title-prospect', 'words-owner'],
    ])
  })

  test('is what the page itself is made of', async () => {
    const { regions } = parts.parse(await (await fetch(path('view'))).json())
    const page = await (await fetch(`${house.url}/`)).text()
    for (const markup of Object.values(regions)) expect(page.includes(markup)).toBe(true)
  })
})

describe('what the house decides', () => {
  async function inHouse(
    overrides: Parameters<typeof openHouse>[0],
    check: (url: string, other: House) => Promise<void>,
  ) {
    const other = await openHouse(overrides)
    try {
      await check(`${other.url}/simulator`, other)
    } finally {
      await other.server.close()
    }
  }

  test('a contact is passed on as the store gives it, asked for by its phone', async () => {
    const contactView = (phone: string) => ({ stage: 'lead', phone }) as unknown as ContactView
    await inHouse({ contactView }, async (url) => {
      const found = await fetch(`${url}/contacts/${encodeURIComponent(PROSPECT)}`)
      expect(await answer(found)).toEqual({ status: 200, body: { stage: 'lead', phone: PROSPECT } })
    })
  })

  test('the clock stands still while a real line is linked', async () => {
    await inHouse({ advance: async () => ({ refused: 'real_line' }) }, async (url) => {
      expect(await answer(await post(`${url}/clock`, { advance: 'P1D' }))).toEqual({
        status: 409,
        body: { error: messages['web.error.real_line'] },
      })
    })
  })

  test('a database that takes nothing is 503, with the offer to repeat', async () => {
    const problem = new Error('SECRET sqlite detail')
    problem.name = 'DatabaseError'
    const settle = () => Promise.reject(new Error('outer', { cause: problem }))
    await inHouse({ settle }, async (url, other) => {
      const sent = await answer(await post(`${url}/settle`, {}))
      expect(sent).toEqual({ status: 503, body: { error: messages['web.error.storage'] } })
      expect(other.logged).toHaveLength(1)
    })
  })

  test('a bug is 500 without a word about itself', async () => {
    const contactView = () => {
      throw new Error('SECRET at /srv/app.ts:12')
    }
    await inHouse({ contactView }, async (url, other) => {
      const sent = await fetch(`${url}/contacts/${encodeURIComponent(PROSPECT)}`)
      const text = await sent.text()
      expect([sent.status, JSON.parse(text)]).toEqual([
        500,
        { error: messages['web.error.internal'] },
      ])
      expect(text).not.toContain('SECRET')
      expect(other.logged).toHaveLength(1)
    })
  })

  test('without the simulator its routes say so', async () => {
    await inHouse({ simulator: null }, async (url) => {
      const off = { status: 404, body: { error: messages['web.error.simulator_off'] } }
      expect(await answer(await post(`${url}/messages`, { from: PROSPECT, text: 'a' }))).toEqual(
        off,
      )
      expect((await fetch(new URL('/', url))).status).toBe(200)
    })
  })
})

describe('GET /simulator/files', () => {
  test('gives out a file that went with a message, and nothing else', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'porquesi-files-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const at = join(folder, 'kept')
    writeFileSync(at, 'fecha;valor')
    const file = { hash: 'abc', name: 'ventas.csv', mime: 'text/csv', bytes: 11 }
    const found = { path: at, file: { ...file, media: 'document' as const } }
    const other = await openHouse({ sentFile: (hash) => (hash === 'abc' ? found : null) })
    onTestFinished(() => other.server.close())
    const got = await fetch(`${other.url}/simulator/files/abc`)
    expect(await got.text()).toBe('fecha;valor')
    expect(got.headers.get('content-disposition')).toBe('attachment; filename=ventas.csv')
    expect(got.headers.get('content-type')).toMatch(/^text\/csv/)
    const gone = await answer(await fetch(`${other.url}/simulator/files/def`))
    expect(gone).toEqual({ status: 404, body: { error: messages['web.error.no_file'] } })
  })
})
