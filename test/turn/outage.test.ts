import { describe, expect, test, vi } from 'vitest'
import type { App } from '../../src/app/app.js'
import { DatabaseError } from '../../src/store/sqlite/database-error.js'
import { ANA, column, count, createHouse, inbound, LUIS, openApp, phone, writes } from './_house.js'

const PATIENTLY = { timeout: 15_000, interval: 20 }

/** Writes until the file may grow no further; the ids that were taken, and the error at the end. */
async function fill(
  app: App,
): Promise<{ readonly taken: readonly string[]; readonly error: unknown }> {
  const taken: string[] = []
  for (let index = 0; index < 2_000; index += 1) {
    const id = `full${index}`
    try {
      await app.turns.receive(inbound(ANA, 'x'.repeat(3_000), id))
      taken.push(id)
    } catch (error) {
      return { taken, error }
    }
  }
  throw new Error('the file never filled up')
}

describe('a full disk', () => {
  test('refuses the message with a named outage, loses none it took, and works again with space', async () => {
    const house = createHouse()
    const roomy = house.open()
    const [pages] = column(roomy, 'pragma page_count')
    await roomy.close()

    const app = house.open({
      database: { maxPages: Number(pages) + 40 },
      config: { settle: { kind: 'fixed', ms: 60_000 } },
    })
    const { taken, error } = await fill(app)
    expect(error).toBeInstanceOf(DatabaseError)
    expect(error).toMatchObject({ kind: 'full' })
    expect(taken.length).toBeGreaterThan(0)
    expect(column(app, 'select message_id from inbox order by id')).toEqual(taken)

    app.db.raw.pragma('max_page_count = 100000')
    await app.turns.receive(inbound(ANA, 'hola', 'after'))
    await app.settle()
    expect(count(app, "from inbox where status = 'done'")).toBe(taken.length + 1)
    expect(phone(app, ANA).length).toBeGreaterThan(0)
  })

  test('while turns run gives up on none of their messages', async () => {
    const house = createHouse()
    const roomy = house.open()
    const [pages] = column(roomy, 'pragma page_count')
    await roomy.close()

    const app = house.open({ database: { maxPages: Number(pages) + 40 } })
    const { taken } = await fill(app)
    await new Promise((resolve) => setTimeout(resolve, 2_500))
    expect(count(app, "from inbox where status = 'failed'")).toBe(0)
    app.db.raw.pragma('max_page_count = 100000')
    await vi.waitFor(() => {
      expect(count(app, "from inbox where status = 'done'")).toBe(taken.length)
    }, PATIENTLY)
  })
})

describe('a message that breaks its turn every time', () => {
  /** What is kept of Ana cannot be read any more. */
  async function poisoned(): Promise<App> {
    const app = openApp()
    await writes(app, ANA, 'necesito 15 camisas')
    app.db.raw.prepare("update contacts set state = '{' where phone = ?").run(ANA)
    app.db.memory.forget()
    return app
  }

  test('is set aside after three attempts, readable and not tried again', async () => {
    const app = await poisoned()
    await app.turns.receive(inbound(ANA, 'en un mes', 'bad'))
    await vi.waitFor(() => {
      expect(column(app, "select status from inbox where message_id = 'bad'")).toEqual(['failed'])
    }, PATIENTLY)
    expect(column(app, "select attempts from inbox where message_id = 'bad'")).toEqual([3])
    expect(column(app, "select content from inbox where message_id = 'bad'")[0]).toContain(
      'en un mes',
    )
  })

  test('holds up nobody else', async () => {
    const app = await poisoned()
    await app.turns.receive(inbound(ANA, 'en un mes', 'bad'))
    expect((await writes(app, LUIS, 'necesito 20 camisetas polo'))[0]).toContain('$840.000')
  })

  test('a timer that breaks holds up no other timer', async () => {
    const app = await poisoned()
    await writes(app, LUIS, 'necesito 20 camisetas polo')
    const before = phone(app, LUIS).length
    await app.advance('P1DT1H').catch(() => undefined)
    expect(phone(app, LUIS).length).toBe(before + 1)
  })
})
