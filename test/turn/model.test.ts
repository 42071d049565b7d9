import { describe, expect, test } from 'vitest'
import type { App } from '../../src/app/app.js'
import { callFigures } from '../../src/store/llm-calls.js'
import type { Manner } from '../llm/_server.js'
import { ANA, column, inbound, LUIS, phone, send, writes } from './_house.js'
import { withServer } from './_model.js'

const ANSWER = '{"text":"El taller queda en Restrepo.","facts":["direccion"]}'
const SAID = 'El taller queda en Restrepo.'
const UNKNOWN = 'Ese dato no lo tengo'
const ASKS = 'tienen parqueadero?'

const good: Manner = (_, __, say) => say(ANSWER)

async function ordered(app: App): Promise<void> {
  await writes(app, ANA, 'necesito 15 camisas')
}

test('a question that the facts do not answer goes to the server, and what it cost is kept', async () => {
  const { server, open } = await withServer(good)
  const app = open()
  await ordered(app)
  await app.advance('PT1M')
  expect((await writes(app, ANA, ASKS)).join(' ')).toContain(SAID)
  expect(server.asked).toHaveLength(1)
  expect(callFigures(app.db, '2026-01-01T00:00:00.000Z' as never)).toMatchObject({
    calls: 1,
    failed: 0,
    refused: 0,
    tokens: 100,
  })
  expect(app.metrics()).toContain('porquesi_model_calls_total 1')
  // Of her two turns one waited for it.
  expect(app.metrics()).toContain('porquesi_model_turns_total 1')
  expect(app.metrics()).toContain('porquesi_model_turn_share 0.5')
  expect(app.metrics()).toContain('porquesi_voice_notes_total 0')
})

test('its time-taking is said once, before the answer', async () => {
  const { open } = await withServer((_, __, say) => void setTimeout(() => say(ANSWER), 250))
  const app = open()
  const got = await writes(app, ANA, `hola, ${ASKS}`)
  expect(got[0]).toContain('Soy el asistente automático')
  expect(got.join(' ').split('Déjeme revisar y ya le digo.')).toHaveLength(2)
  expect(got.findIndex((text) => text.includes(SAID))).toBeGreaterThan(0)
})

test('a crash after the answer was paid for does not pay for it again', async () => {
  const { server, open } = await withServer(good)
  const app = open()
  await ordered(app)
  // The answer is kept and the turn that would say it fails, as if the power had gone.
  app.db.raw.exec(`create trigger crash before update on conversations
    when old.status = 'thinking' begin select raise(abort, 'crash'); end`)
  await writes(app, ANA, ASKS)
  expect(column(app, 'select count(*) from llm_answers')).toEqual([1])
  app.db.raw.exec('drop trigger crash')
  await app.close()
  const again = open()
  await again.settle()
  expect(phone(again, ANA).filter((text) => text.includes(SAID))).toHaveLength(1)
  expect(server.asked).toHaveLength(1)
})

test('a question that was cut short three times is left to a person', async () => {
  const { server, open } = await withServer(() => undefined)
  const app = open()
  await ordered(app)
  for (let n = 0; n < 3; n += 1) {
    app.db.raw.exec(`insert into llm_calls (contact_id, task, question, tokens, at)
      select id, 'answer', 'q', 1, '2026-03-10' from contacts where phone = '${ANA}'`)
  }
  await app.turns.receive(inbound(ANA, ASKS, 'q'))
  await app.settle()
  expect(phone(app, ANA).at(-1)).toContain(UNKNOWN)
  expect(server.asked).toEqual([])
})

describe('past its budget the talk goes on without', () => {
  test('of tokens a day', async () => {
    const { server, open } = await withServer(good, { dailyTokens: 100 })
    const app = open()
    await ordered(app)
    await writes(app, ANA, ASKS)
    expect((await writes(app, ANA, 'y tienen bodega?')).join(' ')).toContain(UNKNOWN)
    expect(server.asked).toHaveLength(1)
    await app.advance('P1D')
    await writes(app, ANA, 'y tienen cafetín?')
    expect(server.asked).toHaveLength(2)
  })

  test('of calls for one person an hour', async () => {
    const { server, open } = await withServer(good, { callsPerContactHour: 1 })
    const app = open()
    await ordered(app)
    await writes(app, ANA, ASKS)
    await writes(app, ANA, 'y tienen bodega?')
    await writes(app, LUIS, 'necesito 20 camisetas polo')
    await writes(app, LUIS, ASKS)
    expect(server.asked).toHaveLength(2)
  })
})

test('an answer to what was taken back or rewritten meanwhile is not said', async () => {
  let answer = (): void => undefined
  const { open } = await withServer((_, __, say) => {
    answer = () => say(ANSWER)
  })
  const app = open()
  await ordered(app)
  await app.turns.receive(inbound(ANA, ASKS, 'q'))
  await expect.poll(() => column(app, 'select count(*) from llm_calls')).toEqual([1])
  await app.turns.receive({
    ...inbound(ANA, '', 'd'),
    content: { kind: 'delete', of: 'q' as never },
  })
  await expect.poll(() => answer.name).toBe('answer')
  answer()
  await app.settle()
  expect(phone(app, ANA).join(' ')).not.toContain(SAID)
})

test('who asked to be forgotten leaves no answer behind', async () => {
  const { open } = await withServer(good)
  const app = open()
  await writes(app, ANA, `hola, ${ASKS}`)
  expect(column(app, 'select count(*) from llm_answers')).toEqual([1])
  await writes(app, ANA, 'borrar mis datos')
  await send(app, { from: ANA, text: '1' })
  await app.settle()
  expect(column(app, 'select count(*) from llm_answers')).toEqual([0])
  expect(column(app, 'select count(*) from llm_calls')).toEqual([0])
})
