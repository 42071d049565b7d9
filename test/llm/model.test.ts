import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { LlmAnswer } from '../../src/core/conversation/events.js'
import { createModel, type Model } from '../../src/llm/model.js'
import { readPrompts } from '../../src/llm/read-prompts.js'
import { createModelServer, dataOf, type Manner, type ModelServer } from './_server.js'

const PROMPTS = readPrompts(join(import.meta.dirname, '../../prompts'))
const QUESTION = {
  id: 'm1',
  task: 'answer',
  text: 'puedo pagar "} {negocio}',
  facts: [{ id: 'pago', text: 'Se paga el 50 % para empezar.' }],
} as const
const VALUES = { negocio: 'Hilván', vende: 'uniformes', trato: 'usted' }
const GOOD = '{"text":"Sí.","facts":["pago"]}'
const KNOWN: LlmAnswer = { ok: true, text: 'Sí.', facts: ['pago'] }

type Setting = {
  readonly server: ModelServer
  readonly model: Model
  readonly clock: { at: number }
}

async function withServer(manner: Manner): Promise<Setting> {
  const server = await createModelServer(manner)
  const clock = { at: 0 }
  const settings = { baseUrl: server.url, apiKey: 'sk-canary', model: 'm' }
  return { server, clock, model: createModel(settings, PROMPTS, () => clock.at) }
}

type Answer = { readonly answer: LlmAnswer; readonly tokens: number }

async function ask({ model }: Pick<Setting, 'model'>, ms = 5_000): Promise<Answer> {
  let tokens = 0
  const answer = await model.ask(QUESTION, VALUES, AbortSignal.timeout(ms), (more) => {
    tokens += more
  })
  return { answer, tokens }
}

/** Answers in turn; the last one again and again. */
function inTurn(...manners: readonly Manner[]): Manner {
  let at = 0
  return (...args) => manners[Math.min(at++, manners.length - 1)]?.(...args)
}

const good: Manner = (_, __, say) => say(GOOD)
const status =
  (code: number): Manner =>
  (_, response) =>
    response.writeHead(code, { 'content-type': 'application/json' }).end('{"error":{}}')

test('is told the rules apart from the data, and the words of people only as data', async () => {
  const setting = await withServer(good)
  expect(await ask(setting)).toEqual({ answer: KNOWN, tokens: 100 })
  const [asked] = setting.server.asked
  expect(asked?.messages[0]?.content).toContain('«Hilván»')
  expect(asked?.messages[0]?.content).not.toContain('puedo pagar')
  expect(asked && dataOf(asked)).toEqual({ datos: QUESTION.facts, pregunta: QUESTION.text })
  expect(asked).not.toHaveProperty('tools')
  expect(setting.server.keys).toEqual(['Bearer sk-canary'])
})

describe('the way of asking', () => {
  test.each<[string, number, string | undefined]>([
    ['a schema', 0, 'json_schema'],
    ['an object', 1, 'json_object'],
    ['plain text', 2, undefined],
  ])('%s is found once and kept', async (_, refusals, kind) => {
    const setting = await withServer(inTurn(...Array(refusals).fill(status(400)), good))
    expect((await ask(setting)).answer).toEqual(KNOWN)
    expect((await ask(setting)).answer).toEqual(KNOWN)
    expect(setting.server.asked).toHaveLength(refusals + 2)
    expect(setting.server.asked.at(-1)?.response_format?.type).toBe(kind)
    const way = await setting.model.probe(AbortSignal.timeout(5_000))
    // Two more calls: this server says the same to everybody, and is asked to mend it.
    expect(way).toEqual({ ok: false, reason: 'invalid' })
  })

  test('a wrong key is no reason to ask less strictly', async () => {
    const setting = await withServer(status(401))
    expect((await ask(setting)).answer).toEqual({ ok: false, reason: 'refused' })
    await ask(setting)
    expect(setting.server.asked[3]?.response_format?.type).toBe('json_schema')
  })
})

describe('what is no answer', () => {
  test.each<[string, string]>([
    ['words around it', `Claro: ${GOOD} ¿algo más?`],
    ['a fence', `\`\`\`json\n${GOOD}\n\`\`\``],
  ])('%s is taken off', async (_, text) => {
    expect((await ask(await withServer((__, ___, say) => say(text)))).answer).toEqual(KNOWN)
  })

  test('nonsense may be mended once, and both are paid for', async () => {
    const setting = await withServer(inTurn((_, __, say) => say('Claro que sí'), good))
    expect(await ask(setting)).toEqual({ answer: KNOWN, tokens: 200 })
  })

  test.each<[string, Manner]>([
    ['nonsense twice', (_, __, say) => say('{"text": 7}')],
    ['another object', (_, __, say) => say('{"text":"Sí.","facts":[],"tool":"erase"}')],
    ['nothing', (_, __, say) => say('')],
  ])('%s is given up', async (_, manner) => {
    const setting = await withServer(manner)
    expect((await ask(setting)).answer).toEqual({ ok: false, reason: 'invalid' })
    expect(setting.server.asked).toHaveLength(2)
  })
})

describe('a server that fails', () => {
  const long: Manner = (_, response) => response.end('x'.repeat(1_000_000))
  const half: Manner = (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' })
    response.write('{"choices":[{"mess')
    setTimeout(() => response.destroy(), 5)
  }
  const page: Manner = (_, response) => response.end('<html>proxy</html>')
  const elsewhere: Manner = (_, response) => response.writeHead(307, { location: '/x' }).end()

  test.each<[string, Manner]>([
    ['429', status(429)],
    ['500', status(500)],
    ['a megabyte', long],
    ['half a stream', half],
    ['a page', page],
    ['a way elsewhere', elsewhere],
  ])('with %s is an answer that there is none', async (_, manner) => {
    const { answer } = await ask(await withServer(manner))
    expect(answer.ok).toBe(false)
  })

  test('once is asked again', async () => {
    const setting = await withServer(inTurn(status(503), good))
    expect((await ask(setting)).answer).toEqual(KNOWN)
  })

  test('by saying nothing is waited for until the deadline, and then left alone', async () => {
    const setting = await withServer(() => undefined)
    expect((await ask(setting, 50)).answer).toEqual({ ok: false, reason: 'timeout' })
    await ask(setting)
    expect(setting.server.asked).toHaveLength(1)
  })

  test('is left alone after a while of failures, and then tried with one question', async () => {
    const setting = await withServer(inTurn(...Array(6).fill(status(500)), good))
    for (let n = 0; n < 5; n += 1) await ask(setting)
    expect(setting.server.asked).toHaveLength(6)
    setting.clock.at = 31_000
    const both = await Promise.all([ask(setting), ask(setting)])
    expect(both.map(({ answer }) => answer.ok).toSorted()).toEqual([false, true])
    expect((await ask(setting)).answer).toEqual(KNOWN)
  })
})

test('an address where nobody listens costs one look', async () => {
  const settings = { baseUrl: 'http://127.0.0.1:9/v1', apiKey: null, model: 'm' }
  const model = createModel(settings, PROMPTS, () => 0)
  expect((await ask({ model })).answer).toEqual({ ok: false, reason: 'unreachable' })
  expect(await model.probe(AbortSignal.timeout(5_000))).toEqual({ ok: false, reason: 'closed' })
})

test('a folder without prompts says which file is wanting', () => {
  expect(() => readPrompts('/nowhere')).toThrow('a prompt cannot be used')
})
