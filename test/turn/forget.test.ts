import { expect, test, vi } from 'vitest'
import { webDepsOf } from '../../src/app/web-deps.js'
import type { LlmAnswer } from '../../src/core/conversation/events.js'
import { createLog } from '../../src/log.js'
import {
  ANA,
  count,
  createHouse,
  LUIS,
  OWNER,
  openApp,
  phone,
  send,
  viewOf,
  writes,
} from './_house.js'

const PATIENT = { settle: { kind: 'fixed', ms: 60_000 } } as const
const ORDER =
  'soy Ana, necesito 20 camisetas polo para el 27 de marzo, tengo como un millón, yo decido'
const log = createLog({ level: 'silent' })

test('whoever is forgotten begins again as a visitor, with the first greeting', async () => {
  const app = openApp()
  await writes(app, OWNER, 'hola')
  const first = await writes(app, ANA, 'hola')
  await writes(app, ANA, ORDER)
  const told = phone(app, OWNER)
  await app.turns.forget(ANA)
  await app.settle()

  const deps = webDepsOf(app, log)
  expect(await deps.contactView(ANA)).toBeNull()
  expect(await deps.conversation(ANA)).toEqual([])
  expect(await deps.people()).toEqual([])
  // The phones' own memory is not the bot's: nothing was handed over, nothing taken back.
  expect(phone(app, OWNER)).toEqual(told)
  expect(count(app, 'from timers where contact_id not in (select contact_id from staff)')).toBe(0)

  expect(await writes(app, ANA, 'hola')).toEqual(first)
  expect(viewOf(app).stage).toBe('visitor')
  expect(viewOf(app).permissions).toMatchObject([{ state: 'contacted', words: 'hola' }])
})

test('what they had waiting is not answered, and nobody else is disturbed', async () => {
  const app = openApp({ config: PATIENT })
  await send(app, { from: ANA, text: 'necesito 15 camisas' })
  await send(app, { from: LUIS, text: 'necesito 15 camisas' })
  await app.turns.forget(ANA)
  await app.settle()
  expect(phone(app, ANA)).toEqual([])
  expect(phone(app, LUIS)).toHaveLength(1)
})

test('in the middle of a turn there is either all of it or none', async () => {
  const app = createHouse().open()
  const sent = send(app, { from: ANA, text: 'necesito 15 camisas' })
  await Promise.all([sent, app.turns.forget(ANA), app.turns.forget(ANA)])
  await app.turns.forget(ANA)
  await app.settle()
  for (const table of ['contacts', 'inbox', 'outbox', 'conversations', 'inquiries', 'timers']) {
    expect(`${table}: ${count(app, `from ${table}`)}`).toBe(`${table}: 0`)
  }
})

test('a model that answers too late finds nobody, and nothing fails', async () => {
  let answer = (_: LlmAnswer): void => {}
  const asked = vi.fn(
    () =>
      new Promise<LlmAnswer>((resolve) => {
        answer = resolve
      }),
  )
  const app = openApp({ askLlm: asked })
  await send(app, { from: ANA, text: 'necesito 15 camisas' })
  await send(app, { from: ANA, text: 'tienen parqueadero?' })
  await vi.waitUntil(() => asked.mock.calls.length > 0, { timeout: 15_000 })
  await app.turns.forget(ANA)
  answer({ ok: true, text: 'Sí.', facts: [] })
  await app.settle()
  expect(count(app, 'from contacts')).toBe(0)
  expect(count(app, 'from outbox')).toBe(0)
})

test('of somebody unknown there is nothing to forget', async () => {
  const app = openApp()
  await app.turns.forget(ANA)
  expect(count(app, 'from contacts')).toBe(0)
})
