import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createStubs } from '../../../src/channels/baileys/stubs.js'
import type { Inbound, MessageId } from '../../../src/core/types.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function stub(id: string): Inbound {
  return {
    lineId: 'whatsapp' as Inbound['lineId'],
    chat: 'ana@lid',
    author: 'contact',
    identities: [{ kind: 'lid', value: 'ana' }],
    messageId: `${id}/unreadable` as MessageId,
    profileName: null,
    sentAt: '2026-03-10T15:00:00.000Z' as Inbound['sentAt'],
    replyTo: null,
    referral: null,
    content: { kind: 'unreadable' },
  }
}

function open() {
  const released: string[] = []
  const stubs = createStubs(20_000, ({ messageId }) => released.push(messageId))
  return { stubs, released }
}

test('what stays unreadable is told, once', () => {
  const { stubs, released } = open()
  stubs.hold(stub('a'))
  stubs.hold(stub('a'))
  vi.advanceTimersByTime(19_999)
  expect(released).toEqual([])
  vi.advanceTimersByTime(1)
  expect(released).toEqual(['a/unreadable'])
})

test('what comes readable after all is not', () => {
  const { stubs, released } = open()
  stubs.hold(stub('a'))
  stubs.hold(stub('b'))
  stubs.drop('ana@lid', 'a')
  vi.advanceTimersByTime(20_000)
  expect(released).toEqual(['b/unreadable'])
})

test('what is held at the end is told then', () => {
  const { stubs, released } = open()
  stubs.hold(stub('a'))
  stubs.flush()
  vi.advanceTimersByTime(20_000)
  expect(released).toEqual(['a/unreadable'])
})
