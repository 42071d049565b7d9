import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ContactId, LineId } from '../../src/core/types.js'
import type { ChatKey } from '../../src/store/chat-key.js'
import { type BurstWait, createSettler } from '../../src/turn/settle.js'

const key = (name: string): ChatKey => ({ contactId: name as ContactId, lineId: 'l' as LineId })
const [ANA, LUIS] = [key('ana'), key('luis')]

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function open(burstWait: BurstWait) {
  const closed: string[] = []
  const settler = createSettler(burstWait, ({ contactId }) => closed.push(contactId))
  return { ...settler, closed }
}

describe('a burst', () => {
  test.each([
    ['closed', 1_499, 1_500],
    ['open', 2_999, 3_000],
  ] as const)('after a %s question is waited for as long as it suggests', (kind, still, over) => {
    const { heard, closed } = open({ kind: 'adaptive' })
    heard(ANA, kind)
    vi.advanceTimersByTime(still)
    expect(closed).toEqual([])
    vi.advanceTimersByTime(over - still)
    expect(closed).toEqual(['ana'])
  })

  test('begins to be waited for anew with each message', () => {
    const { heard, closed } = open({ kind: 'fixed', ms: 50 })
    for (let index = 0; index < 5; index += 1) {
      heard(ANA, 'open')
      vi.advanceTimersByTime(40)
    }
    expect(closed).toEqual([])
    vi.advanceTimersByTime(10)
    expect(closed).toEqual(['ana'])
  })

  test('goes on while they type', () => {
    const { heard, typing, closed } = open({ kind: 'adaptive' })
    heard(ANA, 'closed')
    vi.advanceTimersByTime(1_000)
    typing(ANA)
    vi.advanceTimersByTime(3_999)
    expect(closed).toEqual([])
    vi.advanceTimersByTime(1)
    expect(closed).toEqual(['ana'])
  })

  test('nobody waits more than fifteen seconds, however long they type', () => {
    const { heard, typing, closed } = open({ kind: 'adaptive' })
    heard(ANA, 'open')
    for (let second = 0; second < 15; second += 1) {
      expect(closed).toEqual([])
      vi.advanceTimersByTime(1_000)
      typing(ANA)
    }
    vi.advanceTimersByTime(1)
    expect(closed).toEqual(['ana'])
  })

  test('of one chat has nothing to do with another', () => {
    const { heard, closed } = open({ kind: 'fixed', ms: 50 })
    heard(ANA, 'open')
    vi.advanceTimersByTime(30)
    heard(LUIS, 'open')
    vi.advanceTimersByTime(20)
    expect(closed).toEqual(['ana'])
    vi.advanceTimersByTime(30)
    expect(closed).toEqual(['ana', 'luis'])
  })

  test('typing without a message begins nothing', () => {
    const { typing, closed } = open({ kind: 'adaptive' })
    typing(ANA)
    vi.advanceTimersByTime(60_000)
    expect(closed).toEqual([])
  })

  test('is over at once without patience', () => {
    const { heard, closed } = open({ kind: 'fixed', ms: 0 })
    heard(ANA, 'open')
    heard(ANA, 'open')
    expect(closed).toEqual(['ana', 'ana'])
  })

  test('closeAll ends each open one, once', () => {
    const { heard, closeAll, closed } = open({ kind: 'adaptive' })
    heard(ANA, 'open')
    heard(LUIS, 'closed')
    closeAll()
    expect(closed).toEqual(['ana', 'luis'])
    vi.advanceTimersByTime(60_000)
    closeAll()
    expect(closed).toEqual(['ana', 'luis'])
  })

  test('stop leaves them open: nothing ends any more', () => {
    const { heard, stop, closed } = open({ kind: 'adaptive' })
    heard(ANA, 'open')
    stop()
    vi.advanceTimersByTime(60_000)
    expect(closed).toEqual([])
  })
})
