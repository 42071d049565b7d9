import { describe, expect, test } from 'vitest'
import type { App } from '../../src/app/app.js'
import type { Asked, Manner } from '../llm/_server.js'
import { ANA, column, OWNER, phone, writes } from './_house.js'
import { type Limits, withServer as withModel } from './_model.js'

/** However busy the machine is. */
const LONG = { timeout: 15_000 }

const SUMMARY = 'Necesita 20 delantales para mediados de abril.'
const DRAFT = 'Con gusto le llevo la muestra.'

/** Of the three tasks: what it is told says which one it is. */
function taskOf({ messages }: Asked): 'answer' | 'extract' | 'summarise' | 'draft' {
  const told: object = JSON.parse(messages.find(({ role }) => role === 'user')?.content ?? '{}')
  if ('buscar' in told) return 'extract'
  if ('encargo' in told) return 'draft'
  return 'conversacion' in told ? 'summarise' : 'answer'
}

const good: Manner = (asked, _, say) => {
  const task = taskOf(asked)
  if (task === 'summarise') return say(JSON.stringify({ text: SUMMARY }))
  if (task === 'draft') return say(JSON.stringify({ text: DRAFT, facts: [] }))
  const said = 'cuando empiece el mundial'
  say(JSON.stringify({ found: [{ slot: 'urgency', said, means: 'para mediados de junio' }] }))
}

/** What is done beside the turns may take its time. */
const withServer = (manner: Manner, limits?: Limits) => withModel(manner, limits, 20_000)

async function qualifies(app: App): Promise<void> {
  await writes(app, OWNER, 'hola')
  await writes(app, ANA, 'necesito 20 delantales')
  await writes(app, ANA, 'para mediados de abril')
  await writes(app, ANA, 'sí')
}

const summaries = (app: App): readonly string[] =>
  phone(app, OWNER).filter((text) => text.includes(SUMMARY))

describe('a summary', () => {
  test('follows the card, once, and nothing of it is left to do', async () => {
    const { server, open } = await withServer(good)
    const app = open()
    await qualifies(app)
    expect(summaries(app)).toHaveLength(1)
    const card = phone(app, OWNER).findIndex((text) => text.includes(ANA))
    expect(phone(app, OWNER).findIndex((text) => text.includes(SUMMARY))).toBeGreaterThan(card)
    expect(server.asked.map(taskOf)).toEqual(['summarise'])
    expect(column(app, 'select count(*) from llm_tasks')).toEqual([0])
    expect(column(app, 'select task from llm_calls')).toEqual(['summarise'])
  })

  test('is not waited for by the card', async () => {
    let answer = (): void => undefined
    const { server, open } = await withServer((_, __, say) => {
      answer = () => say(JSON.stringify({ text: SUMMARY }))
    })
    const app = open()
    const done = qualifies(app)
    await expect.poll(() => phone(app, OWNER).some((text) => text.includes(ANA)), LONG).toBe(true)
    await expect.poll(() => server.asked.length, LONG).toBe(1)
    expect(summaries(app)).toEqual([])
    answer()
    await done
    expect(summaries(app)).toHaveLength(1)
  })

  test('that a crash cut short after it was paid for is told, and not paid for again', async () => {
    const { server, open } = await withServer(good)
    const app = open()
    app.db.raw.exec(`create trigger crash before delete on llm_tasks
      begin select raise(abort, 'crash'); end`)
    await qualifies(app)
    expect(summaries(app)).toEqual([])
    app.db.raw.exec('drop trigger crash')
    await app.close()
    const again = open()
    await again.settle()
    expect(summaries(again)).toHaveLength(1)
    expect(server.asked).toHaveLength(1)
  })

  test('of whoever asked to be forgotten meanwhile is nobody’s', async () => {
    let answer = (): void => undefined
    const { server, open } = await withServer((_, __, say) => {
      answer = () => say(JSON.stringify({ text: SUMMARY }))
    })
    const app = open()
    const done = qualifies(app)
    await expect.poll(() => server.asked.length, LONG).toBe(1)
    app.db.raw.exec('delete from llm_tasks')
    answer()
    await done
    expect(summaries(app)).toEqual([])
  })
})

test('a draft is written, shown, and sent by nobody but the owner', async () => {
  const { server, open } = await withServer(good)
  const app = open()
  await qualifies(app)
  const before = phone(app, ANA).length
  const shown = await writes(app, OWNER, `borrador ${ANA} que le llevo la muestra`)
  expect(shown.join('\n')).toContain(DRAFT)
  expect(server.asked.map(taskOf)).toEqual(['summarise', 'draft'])
  expect(phone(app, ANA)).toHaveLength(before)
  await writes(app, OWNER, 'sí')
  expect(phone(app, ANA).at(-1)).toContain(DRAFT)
})

test('an answer that nothing could be read in is asked of the model once, over a crash too', async () => {
  const { server, open } = await withServer(good)
  const app = open()
  await writes(app, ANA, 'necesito 20 delantales')
  app.db.raw.exec(`create trigger crash before update on conversations
    when old.status = 'thinking' begin select raise(abort, 'crash'); end`)
  await writes(app, ANA, 'pues cuando empiece el mundial de fútbol por ahí')
  app.db.raw.exec('drop trigger crash')
  await app.close()
  const again = open()
  await again.settle()
  expect(phone(again, ANA).at(-1)).toContain('¿para mediados de junio?')
  expect(server.asked.map(taskOf)).toEqual(['extract'])
})

test('past the budget nothing of the three is asked', async () => {
  const { server, open } = await withServer(good, { callsPerContactHour: 0 })
  const app = open()
  await qualifies(app)
  const shown = await writes(app, OWNER, `borrador ${ANA} que le llevo la muestra`)
  expect(shown.join('\n')).toContain('No me salió una respuesta')
  expect(server.asked).toEqual([])
  expect(summaries(app)).toEqual([])
})
