import type { WAMessage } from '@whiskeysockets/baileys'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createStubs, type Stub } from '../../../src/channels/baileys/stubs.js'
import type { Inbound, MessageId } from '../../../src/core/types.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function stub(id: string): Stub {
  const inbound: Inbound = {
    lineId: 'whatsapp' as Inbound['lineId'],
    chat: 'ana@lid',
    author: 'contact',
    identities: [{ kind: 'lid', value: 'ana' }],
    messageId: `${id}/unreadable` as MessageId,
    profileName: null,
    sentAt: '2026-03-10T15:00:00.000Z' as Inbound['sentAt'],
    replyTo: null,
    referral: null,
    rawReferral: null,
    media: null,
    content: { kind: 'unreadable' },
  }
  return { inbound, raw: { key: { id, remoteJid: 'ana@lid' } } }
}

function open() {
  const released: string[] = []
  const stubs = createStubs(20_000, ({ inbound }) => released.push(inbound.messageId))
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

test('what comes readable after five seconds is not', () => {
  const { stubs, released } = open()
  stubs.hold(stub('a'))
  stubs.hold(stub('b'))
  vi.advanceTimersByTime(5_000)
  expect(stubs.drop('a')).toBe(true)
  expect(stubs.drop('a')).toBe(false)
  vi.advanceTimersByTime(20_000)
  expect(released).toEqual(['b/unreadable'])
})

test('what is held over a break is asked for anew, and waited for as long again', () => {
  const { stubs, released } = open()
  const asked: WAMessage[] = []
  stubs.hold(stub('a'))
  vi.advanceTimersByTime(15_000)
  stubs.askAgain((raw) => asked.push(raw))
  expect(asked.map(({ key }) => key.id)).toEqual(['a'])
  vi.advanceTimersByTime(19_999)
  expect(released).toEqual([])
  vi.advanceTimersByTime(1)
  expect(released).toEqual(['a/unreadable'])
})

test('what is held at the end is not told: the next start has it', () => {
  const { stubs, released } = open()
  stubs.hold(stub('a'))
  stubs.stop()
  vi.advanceTimersByTime(20_000)
  expect(released).toEqual([])
})
