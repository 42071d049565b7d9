import { describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import type { App } from '../../src/app/app.js'
import { webDepsOf } from '../../src/app/web-deps.js'
import { createLog } from '../../src/log.js'
import { createServer } from '../../src/web/server.js'
import {
  ANA,
  column,
  createHouse,
  createWire,
  DELIVERED,
  inbound,
  LUIS,
  OWNER,
  openApp,
  phone,
  send,
  writes,
} from '../turn/_house.js'
import { messages, post } from '../web/_house.js'

const log = createLog({ level: 'silent' })
const WAITING = { settle: { kind: 'fixed', ms: 60_000 } } as const

/** The app's own server on a free port, closed after the test. */
async function serve(app: App): Promise<string> {
  const server = createServer(webDepsOf(app, log))
  onTestFinished(() => server.close())
  return (await server.listen(0, '127.0.0.1')).url
}

describe('what the pages see', () => {
  test('are prospects, the last heard of first, and none of the business itself', async () => {
    const app = openApp()
    await writes(app, OWNER, 'hola')
    await send(app, { from: ANA, text: 'necesito 15 camisas', name: 'Ana' })
    await app.settle()
    await app.advance('PT1H')
    await writes(app, LUIS, 'soy Luis, necesito 20 camisetas polo')
    const people = await webDepsOf(app, log).people()
    expect(people.map(({ phone: number, name }) => [number, name])).toEqual([
      [LUIS, 'Luis'],
      [ANA, 'Ana'],
    ])
  })

  test('is a chat in its order, by who said what', async () => {
    const app = openApp()
    const asked = await send(app, { from: ANA, text: 'necesito 15 camisas' })
    await app.settle()
    await app.advance('PT1M')
    await app.simulator?.humanWrites({ to: ANA, text: 'yo sigo' })
    await app.settle()
    const chat = await webDepsOf(app, log).conversation(ANA)
    expect(chat.map(({ author }) => author)).toEqual(['contact', 'bot', 'human'])
    expect(chat).toMatchObject([
      { id: asked, content: { kind: 'text', text: 'necesito 15 camisas' } },
      { message: { text: phone(app, ANA)[0] }, status: 'delivered' },
      { content: { kind: 'text', text: 'yo sigo' } },
    ])
  })

  test('is how a case stands, how it came to that, and what comes next', async () => {
    const app = openApp()
    await writes(app, ANA, 'necesito 15 camisas')
    const { state, flow, stageChanges, timers } = await webDepsOf(app, log).insight(ANA)
    expect(state.inquiry?.slots.quantity).toMatchObject({ value: 15 })
    expect([flow.id, state.dialogue.at]).toEqual(['qualification', 'fecha'])
    expect(stageChanges.map(({ to }) => to)).toEqual(['visitor', 'lead'])
    expect(timers).toMatchObject([{ name: 'primer-recordatorio', status: 'pending' }])
  })

  test('keeps a timer that was cancelled', async () => {
    const app = openApp()
    await writes(app, ANA, 'necesito 15 camisas')
    await writes(app, ANA, 'quiero hablar con una persona')
    expect((await webDepsOf(app, log).insight(ANA)).timers).toMatchObject([
      { status: 'cancelled', reason: 'held.overtaken' },
    ])
  })

  test('of somebody unknown is a beginning, and nothing is stored for it', async () => {
    const app = openApp()
    const { state, stageChanges, timers } = await webDepsOf(app, log).insight(ANA)
    expect([state.contact.stage, state.inquiry, state.dialogue.status]).toEqual([null, null, 'new'])
    expect([stageChanges, timers]).toEqual([[], []])
    expect(await webDepsOf(app, log).people()).toEqual([])
  })

  test('is nothing of a number that nobody wrote from', async () => {
    const deps = webDepsOf(openApp(), log)
    expect(await deps.conversation(ANA)).toEqual([])
    expect(await deps.contactView(ANA)).toBeNull()
  })

  test('is the clock where it was moved to', async () => {
    const deps = webDepsOf(openApp(), log)
    expect(await deps.advance('P3D')).toEqual({ now: '2026-03-13T15:00:00.000Z' })
    expect(deps.now()).toEqual(new Date('2026-03-13T15:00:00.000Z'))
  })

  test('is WhatsApp off, since the start', async () => {
    const deps = webDepsOf(openApp(), log)
    await deps.advance('PT1H')
    expect(await deps.whatsappStatus()).toEqual({ state: 'off', since: '2026-03-10T15:00:00.000Z' })
  })
})

describe('ready', () => {
  test('takes a database that answers', async () => {
    const app = openApp()
    const deps = webDepsOf(app, log)
    expect(await deps.ready()).toEqual({ ok: true, database: true, channels: true })
    await app.close()
    expect(await deps.ready()).toEqual({ ok: false, database: false, channels: true })
  })

  test('takes a channel', async () => {
    const deps = webDepsOf(openApp({ channel: createWire(() => DELIVERED) }), log)
    expect(await deps.ready()).toEqual({ ok: false, database: true, channels: false })
  })
})

test('a number is not linked while the clock is ahead', async () => {
  const app = openApp()
  const deps = webDepsOf(app, log)
  await deps.advance('P1D')
  expect(await deps.whatsapp.link(null)).toBe('clock_ahead')
  expect(await deps.whatsapp.link('300')).toBe('bad_phone')
  expect(await deps.whatsappStatus()).toMatchObject({ state: 'off' })
})

describe('a linked number', () => {
  /** As a line that was linked before this start; nothing answers at its address. */
  function openLinked(): App {
    const house = createHouse()
    const first = house.open()
    const creds = JSON.stringify({ me: { id: '573001112233:1@s.whatsapp.net' }, account: {} })
    const insert = `insert into whatsapp_sessions values ('whatsapp', 'creds', '', ?, 1)`
    first.db.raw.prepare(insert).run(creds)
    return first
  }

  test('keeps the clock where it is: real people have real days', async () => {
    const app = openLinked()
    const before = app.clock.iso()
    expect(await webDepsOf(app, log).advance('P1D')).toEqual({ refused: 'real_line' })
    expect(app.clock.iso()).toBe(before)
  })

  test('that is not connected hears nobody, and the bot is not ready', async () => {
    expect(await webDepsOf(openLinked(), log).ready()).toMatchObject({ ok: false, channels: false })
  })
})

describe('a full disk', () => {
  const answer = z.object({ error: z.string().optional(), id: z.string().optional() })

  test('answers 503 with a sentence, and the same id goes through once there is space', async () => {
    const app = await almostFull()
    const url = await serve(app)
    const write = async (index: number) => {
      const body = { from: ANA, id: `m${index}`, text: `camisas ${'x'.repeat(3_000)}` }
      const response = await post(`${url}/simulator/messages`, body)
      return { status: response.status, body: answer.parse(await response.json()) }
    }
    let refused = 0
    while ((await write(refused)).status === 202) refused += 1
    expect(refused).toBeGreaterThan(0)

    const stored = () => column(app, 'select message_id from inbox where id > 1 order by id')
    const taken = Array.from({ length: refused }, (_, index) => `m${index}`)
    expect(await write(refused)).toEqual({
      status: 503,
      body: { error: messages['web.error.storage'] },
    })
    expect(stored()).toEqual(taken)
    expect((await fetch(`${url}/readyz`)).status).toBe(200)

    app.db.raw.pragma('max_page_count = 100000')
    expect(await write(refused)).toEqual({ status: 202, body: { id: `m${refused}` } })
    expect(await write(refused)).toEqual({ status: 202, body: { id: `m${refused}` } })
    expect(stored()).toEqual([...taken, `m${refused}`])
    expect((await post(`${url}/simulator/settle`, {})).status).toBe(200)
    expect(column(app, 'select distinct status from inbox')).toEqual(['done'])
    expect(phone(app, ANA).length).toBeGreaterThan(0)
  })

  /** An app whose file has room for some messages and no more; turns wait to be settled. */
  async function almostFull(): Promise<App> {
    const house = createHouse()
    const roomy = house.open()
    await roomy.turns.receive(inbound(LUIS, 'hola', 'first'))
    await roomy.settle()
    const [pages] = column(roomy, 'pragma page_count')
    await roomy.close()
    return house.open({ database: { maxPages: Number(pages) + 40 }, config: WAITING })
  }
})
