import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createLifecycle } from '../../../src/channels/baileys/lifecycle.js'
import type { Connection, LinkEvent } from '../../../src/channels/baileys/socket.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

type Attempt = {
  readonly pairing: string | null
  readonly report: (event: LinkEvent) => void
  closed: boolean
  loggedOut: boolean
}

/** A line whose connections the test plays. */
function openLine({ linked = true, sealed = false, random = (): number => 1 } = {}) {
  const attempts: Attempt[] = []
  const kept = { linked, aside: 0, cleared: 0 }
  const lifecycle = createLifecycle({
    connect: async (pairing, report): Promise<Connection> => {
      const attempt: Attempt = { pairing, report, closed: false, loggedOut: false }
      attempts.push(attempt)
      if (sealed) throw Object.assign(new Error('another key'), { name: 'SealError' })
      return {
        send: async () => ({ ok: true, at: '' }),
        typing: async () => {},
        read: async () => {},
        logout: async () => {
          attempt.loggedOut = true
        },
        close: () => {
          attempt.closed = true
        },
      }
    },
    session: {
      linked: () => kept.linked,
      setAside: async () => {
        kept.aside += 1
      },
      clear: async () => {
        kept.cleared += 1
      },
    },
    now: () => new Date(),
    random,
    log: { warn: () => {} },
    changed: () => {},
    opened: () => {},
    cut: () => {},
  })
  const last = (): Attempt => {
    const found = attempts.at(-1)
    if (found === undefined) throw new Error('nobody has connected')
    return found
  }
  return { lifecycle, attempts, last, kept }
}

const OPEN: LinkEvent = { kind: 'open', phone: '+573001112233' }
const LOST: LinkEvent = { kind: 'closed', code: 428 }

describe('a linked line', () => {
  test('is connected at the start, and one that is not linked stays off', () => {
    const off = openLine({ linked: false })
    expect([off.lifecycle.resume(), off.attempts.length]).toEqual([false, 0])
    const { lifecycle, attempts } = openLine()
    expect([lifecycle.resume(), attempts.length]).toEqual([true, 1])
  })

  test('comes back as often as it is lost, each time later, each time with a new connection', async () => {
    const { lifecycle, attempts, last } = openLine()
    lifecycle.resume()
    for (const wait of [1_000, 2_000, 4_000]) {
      last().report(LOST)
      const before = attempts.length
      await vi.advanceTimersByTimeAsync(wait - 1)
      expect(attempts).toHaveLength(before)
      await vi.advanceTimersByTimeAsync(1)
      expect(attempts).toHaveLength(before + 1)
    }
    expect(attempts.slice(0, -1).every(({ closed }) => closed)).toBe(true)
  })

  test('begins anew with short waits once it was open for a minute', async () => {
    const { lifecycle, attempts, last } = openLine()
    lifecycle.resume()
    last().report(LOST)
    await vi.advanceTimersByTimeAsync(1_000)
    last().report(OPEN)
    await vi.advanceTimersByTimeAsync(60_000)
    last().report(LOST)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(attempts).toHaveLength(3)
  })

  test('does not hear what a connection of before still says', async () => {
    const { lifecycle, attempts, last } = openLine()
    lifecycle.resume()
    last().report(LOST)
    await vi.advanceTimersByTimeAsync(1_000)
    attempts[0]?.report(OPEN)
    expect(lifecycle.state().kind).toBe('reconnecting')
    expect(lifecycle.open()).toBeNull()
  })

  test('is tried at once when somebody asks', async () => {
    const { lifecycle, attempts, last } = openLine()
    lifecycle.resume()
    last().report(LOST)
    await lifecycle.link(null)
    expect(attempts).toHaveLength(2)
  })

  test('stays as it is when it is open', async () => {
    const { lifecycle, attempts, last } = openLine()
    lifecycle.resume()
    last().report(OPEN)
    await lifecycle.link(null)
    expect(attempts).toHaveLength(1)
  })

  test('is unlinked on the phone too, and then stays off', async () => {
    const { lifecycle, attempts, last, kept } = openLine()
    lifecycle.resume()
    await vi.advanceTimersByTimeAsync(0)
    last().report(OPEN)
    await lifecycle.unlink()
    expect(last()).toMatchObject({ loggedOut: true, closed: true })
    expect([lifecycle.state().kind, kept.cleared]).toEqual(['off', 1])
    last().report(LOST)
    await vi.advanceTimersByTimeAsync(600_000)
    expect(attempts).toHaveLength(1)
  })
})

describe('while there is no WhatsApp at all', () => {
  /** For so long every connection ends at once, and then one is open. */
  async function survive(minutes: number, code: number, random: () => number) {
    const line = openLine({ random })
    line.lifecycle.resume()
    const end = Date.now() + minutes * 60_000
    for (let seen = 0; Date.now() < end; ) {
      if (line.attempts.length > seen) {
        seen = line.attempts.length
        await vi.advanceTimersByTimeAsync(0)
        line.last().report({ kind: 'closed', code })
      }
      await vi.advanceTimersByTimeAsync(100)
    }
    const tries = line.attempts.length
    await vi.advanceTimersByTimeAsync(code === 440 ? 900_000 : 300_000)
    line.last().report(OPEN)
    return { ...line, tries }
  }

  test.each([
    ['gone', 408, 9, 12],
    ['refusing', 503, 9, 12],
    ['in the hands of another program', 440, 3, 9],
  ])(
    '%s for ten minutes, it is tried a few times, and keeps its session',
    async (_, code, least, most) => {
      const { tries, lifecycle, kept, attempts } = await survive(10, code, () => 0.5)
      expect(tries).toBeGreaterThanOrEqual(least)
      expect(tries).toBeLessThanOrEqual(most)
      expect([lifecycle.state().kind, kept.aside, kept.cleared]).toEqual(['open', 0, 0])
      // Every one of before is over.
      expect(attempts.slice(0, -1).every(({ closed }) => closed)).toBe(true)
    },
  )

  test('however the dice fall, nobody knocks more often than every few seconds', async () => {
    const dice = [0.03, 0.9, 0.4, 0.01, 0.6, 0.2, 0.75]
    let thrown = 0
    const { tries } = await survive(10, 428, () => dice[thrown++ % dice.length] ?? 0)
    expect(tries).toBeLessThan(40)
  })
})

test('a session that was ended is put aside, and nothing is tried until it is linked again', async () => {
  const { lifecycle, attempts, last, kept } = openLine()
  lifecycle.resume()
  last().report({ kind: 'closed', code: 401 })
  await vi.advanceTimersByTimeAsync(600_000)
  expect([lifecycle.state().kind, kept.aside, attempts.length]).toEqual(['needs_link', 1, 1])
  await lifecycle.link('+573001112233')
  expect(last().pairing).toBe('+573001112233')
  expect(lifecycle.state().kind).toBe('linking')
})

test('a session sealed with another key asks to be linked again instead of trying for ever', async () => {
  const { lifecycle, attempts } = openLine({ sealed: true })
  lifecycle.resume()
  await vi.advanceTimersByTimeAsync(600_000)
  expect([lifecycle.state().kind, attempts.length]).toEqual(['needs_link', 1])
})

test('pressing twice and changing one’s mind leave one connection, or none', async () => {
  const { lifecycle, attempts } = openLine({ linked: false })
  await Promise.all([lifecycle.link(null), lifecycle.link(null), lifecycle.unlink()])
  expect(attempts.filter(({ closed }) => !closed)).toHaveLength(0)
  expect(lifecycle.state().kind).toBe('off')
})
