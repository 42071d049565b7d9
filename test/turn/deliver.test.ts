import { describe, expect, test, vi } from 'vitest'
import type { App } from '../../src/app/app.js'
import { SIMULATOR } from '../../src/app/lines.js'
import type { Sent } from '../../src/channels/channel.js'
import {
  ANA,
  column,
  createHouse,
  createWire,
  DELIVERED,
  inbound,
  LUIS,
  OWNER,
  texts,
  type Wire,
} from './_house.js'

const UNREACHABLE: Sent = { ok: false, error: { kind: 'unreachable', cause: new Error('offline') } }
const PATIENTLY = { timeout: 15_000, interval: 20 }

async function hears(app: App, from: string, text: string, id: string): Promise<void> {
  await app.turns.receive(inbound(from, text, id))
  await app.settle()
}

function idsAt(wire: Wire, chat: string): readonly string[] {
  return wire.got.filter((each) => each.chat === chat).map(({ messageId }) => messageId)
}

describe('a hand-over that was cut short', () => {
  test('is not repeated where the channel knows that it arrived', async () => {
    const house = createHouse()
    const wire = createWire((delivery, nth) => {
      if (nth > 1) return DELIVERED
      wire.got.push(delivery)
      throw new Error('the line broke after the hand-over')
    })
    const app = house.open({ channel: wire })
    await hears(app, ANA, 'hola', 'm1')
    expect(column(app, 'select status from outbox')).toEqual(['sending'])
    await app.close()

    const again = house.open({ channel: wire })
    await again.settle()
    expect(wire.got).toHaveLength(1)
    expect(column(again, 'select status from outbox')).toEqual(['acknowledged'])
  })

  test('is repeated under the same id where the channel knows that it did not', async () => {
    const house = createHouse()
    const tried: string[] = []
    const wire = createWire(({ messageId }, nth) => {
      tried.push(messageId)
      if (nth === 1) throw new Error('the line broke before the hand-over')
      return DELIVERED
    })
    const app = house.open({ channel: wire })
    await hears(app, ANA, 'hola', 'm1')
    await app.close()
    const again = house.open({ channel: wire })
    await again.settle()
    expect(wire.got).toHaveLength(1)
    expect(new Set(tried).size).toBe(1)
  })

  test('recovers without a restart', async () => {
    const wire = createWire((_, nth) => {
      if (nth === 1) throw new Error('the line broke')
      return DELIVERED
    })
    const app = createHouse().open({ channel: wire })
    await hears(app, ANA, 'hola', 'm1')
    await vi.waitFor(() => expect(wire.got).toHaveLength(1), PATIENTLY)
  })
})

describe('a channel out of reach', () => {
  test('is tried again with the same ids, in order, and nothing is lost', async () => {
    const house = createHouse()
    const tried: string[] = []
    const off = createWire(({ messageId }) => {
      tried.push(messageId)
      return UNREACHABLE
    })
    const app = house.open({ channel: off })
    await hears(app, ANA, 'hola', 'm1')
    await hears(app, ANA, 'necesito 20 camisetas polo', 'm2')
    await hears(app, ANA, 'en un mes', 'm3')
    expect(column(app, 'select status from outbox')).toEqual(['queued', 'queued', 'queued'])
    const queued = column(app, 'select message_id from outbox order by id')
    // Nothing overtakes the first: only that one was tried.
    expect(new Set(tried)).toEqual(new Set(queued.slice(0, 1)))
    await app.close()

    const on = createWire(() => DELIVERED)
    const again = house.open({ channel: on })
    await again.settle()
    expect(idsAt(on, ANA)).toEqual(queued)
    expect(texts(on)[1]).toContain('$840.000')
  })

  test('comes back by itself', async () => {
    const wire = createWire((_, nth) => (nth === 1 ? UNREACHABLE : DELIVERED))
    const app = createHouse().open({ channel: wire })
    await hears(app, ANA, 'hola', 'm1')
    await vi.waitFor(() => expect(wire.got).toHaveLength(1), PATIENTLY)
    await app.settle()
    expect(column(app, 'select status from outbox')).toEqual(['acknowledged'])
  })

  test('for one chat does not hold up another', async () => {
    const wire = createWire(({ chat }) => (chat === ANA ? UNREACHABLE : DELIVERED))
    const app = createHouse().open({ channel: wire })
    await hears(app, ANA, 'hola', 'm1')
    await hears(app, LUIS, 'hola', 'm1')
    expect([idsAt(wire, ANA).length, idsAt(wire, LUIS).length]).toEqual([0, 1])
  })
})

test('a reminder that could not leave is dropped once they have written by themselves', async () => {
  const house = createHouse()
  let up = true
  const wire = createWire(() => (up ? DELIVERED : UNREACHABLE))
  const app = house.open({ channel: wire })
  await hears(app, ANA, 'necesito 20 camisetas polo', 'm1')
  up = false
  await app.advance('P1D')
  expect(column(app, "select status from outbox where occasion = 'proactive'")).toEqual(['queued'])
  await app.turns.receive({ ...inbound(ANA, 'en un mes', 'm2'), sentAt: app.clock.iso() })
  await app.settle()
  up = true
  await app.close()
  const again = house.open({ channel: wire })
  await again.settle()
  expect(column(again, "select status from outbox where occasion = 'proactive'")).toEqual([
    'cancelled',
  ])
  expect(texts(wire).join(' ')).not.toContain('Le guardo')
  expect(texts(wire).at(-1)).toContain('En un mes')
})

test('a message the channel refuses is failed for good and the next one goes', async () => {
  const refused: Sent = { ok: false, error: { kind: 'refused', reason: 'blocked' } }
  const wire = createWire((_, nth) => (nth === 1 ? refused : DELIVERED))
  const app = createHouse().open({ channel: wire })
  await hears(app, ANA, 'hola', 'm1')
  await hears(app, ANA, 'necesito 20 camisetas polo', 'm2')
  const rows = column(app, "select status || ':' || coalesce(reason, '') from outbox order by id")
  expect(rows).toEqual(['failed:blocked', 'acknowledged:'])
  expect(texts(wire)[0]).toContain('$840.000')
})

test('an outcome nobody knows is replayed under the same id only', async () => {
  const house = createHouse()
  const tried: string[] = []
  const wire = createWire(({ messageId }, nth): Sent => {
    tried.push(messageId)
    return nth === 1 ? { ok: false, error: { kind: 'unknown' } } : DELIVERED
  }, 'unknown')
  const app = house.open({ channel: wire })
  await hears(app, ANA, 'hola', 'm1')
  expect(column(app, 'select status from outbox')).toEqual(['sending'])
  await app.close()
  const again = house.open({ channel: wire })
  await again.settle()
  expect(tried).toHaveLength(2)
  expect(new Set(tried).size).toBe(1)
})

test('an outcome that stays unknown is let go after one replay, and what waits behind it goes', async () => {
  const tried: string[] = []
  const wire = createWire(({ messageId }): Sent => {
    tried.push(messageId)
    const [first] = tried
    return messageId === first ? { ok: false, error: { kind: 'unknown' } } : DELIVERED
  }, 'unknown')
  const app = createHouse().open({ channel: wire })
  await hears(app, ANA, 'hola', 'm1')
  await hears(app, ANA, 'necesito 20 camisetas polo', 'm2')
  await vi.waitFor(() => {
    expect(column(app, 'select status from outbox order by id')).toEqual([
      'unknown',
      'acknowledged',
    ])
  }, PATIENTLY)
  const [first] = tried
  expect(tried.filter((id) => id === first)).toHaveLength(2)
})

test('what may have been sent is not sent anew while the line is away', async () => {
  const house = createHouse()
  const lost = createWire(() => ({ ok: false, error: { kind: 'unknown' } }), 'unknown')
  const app = house.open({ channel: lost })
  await hears(app, ANA, 'hola', 'm1')
  await app.close()
  const away = createWire(() => UNREACHABLE, 'unknown')
  const again = house.open({ channel: away })
  await again.settle()
  expect(column(again, 'select status from outbox')).toEqual(['sending'])
  await again.close()
  const back = createWire(() => DELIVERED, 'handed_over')
  const third = house.open({ channel: back })
  await third.settle()
  expect(back.got).toEqual([])
  expect(column(third, 'select status from outbox')).toEqual(['acknowledged'])
})

test('what waits goes at once when its line is ready again', async () => {
  let up = false
  const wire = createWire(() => (up ? DELIVERED : UNREACHABLE))
  const app = createHouse().open({ channel: wire })
  await hears(app, ANA, 'hola', 'm1')
  await hears(app, LUIS, 'hola', 'm1')
  up = true
  app.turns.ready(SIMULATOR)
  await app.settle()
  expect(column(app, 'select status from outbox')).toEqual(['acknowledged', 'acknowledged'])
})

describe('a human who takes over', () => {
  test('cancels the replies that wait, and what is being sent is past recall', async () => {
    const house = createHouse()
    let letGo: (sent: Sent) => void = () => {}
    const held = new Promise<Sent>((resolve) => {
      letGo = resolve
    })
    const wire = createWire((_, nth) => (nth === 1 ? held : DELIVERED))
    const app = house.open({ channel: wire })
    await app.turns.receive(inbound(ANA, 'hola', 'm1'))
    await vi.waitFor(
      () => expect(column(app, 'select status from outbox')).toEqual(['sending']),
      PATIENTLY,
    )
    await app.turns.receive(inbound(ANA, 'necesito 20 camisetas polo', 'm2'))
    await vi.waitFor(() => expect(column(app, 'select id from outbox')).toHaveLength(2), PATIENTLY)
    await app.turns.receive({ ...inbound(ANA, 'Hola, soy Rosalba', 'h1'), author: 'business' })
    await vi.waitFor(() => {
      expect(column(app, 'select status from outbox')).toEqual(['sending', 'cancelled'])
    }, PATIENTLY)
    letGo(DELIVERED)
    await app.settle()
    expect(wire.got).toHaveLength(1)
    expect(column(app, 'select status from outbox')).toEqual(['acknowledged', 'cancelled'])
  })

  test('keeps the bot silent, also over a restart', async () => {
    const house = createHouse()
    const wire = createWire(() => DELIVERED)
    const app = house.open({ channel: wire })
    await hears(app, ANA, 'hola', 'm1')
    await app.turns.receive({ ...inbound(ANA, 'Hola, soy Rosalba', 'h1'), author: 'business' })
    await app.settle()
    await app.close()
    const again = house.open({ channel: wire })
    await hears(again, ANA, 'necesito 20 camisetas polo', 'm2')
    expect(wire.got).toHaveLength(1)
    expect(column(again, "select value from slots where name = 'quantity'")).toEqual(['20'])
  })
})

test('a file whose server is out of reach keeps nothing else waiting: its words go alone, and say so', async () => {
  const house = createHouse()
  const unstored: Sent = { ok: false, error: { kind: 'unstored', cause: new Error('no upload') } }
  const wire = createWire(({ message }) => (message.kind === 'file' ? unstored : DELIVERED))
  const app = house.open({ channel: wire })
  await hears(app, OWNER, 'hola', 'o1')
  await hears(app, ANA, 'hola, soy Ana, necesito 20 camisetas polo', 'm1')
  // The first day has no picture yet.
  await app.advance('P1D')
  await hears(app, OWNER, 'reporte', 'o2')
  expect(column(app, "select count(*) from outbox where status = 'queued'")).toEqual([1])
  // As after a minute of tries.
  app.db.raw.prepare("update outbox set attempts = 5 where status = 'queued'").run()
  await app.close()
  const tried = house.open({ channel: wire })
  await tried.settle()
  await tried.close()
  const again = house.open({ channel: wire })
  await again.settle()
  expect(column(again, "select count(*) from outbox where status = 'queued'")).toEqual([0])
  expect(texts(wire).at(-1)).toContain('El reporte de la semana')
  expect(texts(wire).at(-1)).toContain('El archivo no se pudo enviar')
})
