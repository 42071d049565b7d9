import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createAcks } from '../../../src/channels/baileys/acks.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('an answer that comes is given, one that does not is none', async () => {
  const acks = createAcks(1_000)
  const [taken, refused, never] = [acks.expect('a'), acks.expect('b'), acks.expect('c')]
  acks.heard('a', null)
  acks.heard('b', 463)
  vi.advanceTimersByTime(1_000)
  expect(await Promise.all([taken, refused, never])).toEqual([
    { kind: 'taken' },
    { kind: 'refused', code: 463 },
    { kind: 'none' },
  ])
})

test('an answer that came too late is remembered, a refusal is not', async () => {
  const acks = createAcks(1_000)
  const late = acks.expect('a')
  vi.advanceTimersByTime(1_000)
  expect(await late).toEqual({ kind: 'none' })
  acks.heard('a', null)
  acks.heard('b', 500)
  expect([acks.has('a'), acks.has('b')]).toEqual([true, false])
})

test('a cut connection answers nothing more', async () => {
  const acks = createAcks(60_000)
  const asked = acks.expect('a')
  acks.cut()
  expect(await asked).toEqual({ kind: 'none' })
})

test('whoever closes waits for answers, and not for ever', async () => {
  const acks = createAcks(60_000)
  await acks.idle(3_000)
  void acks.expect('a')
  const answered = acks.idle(3_000)
  acks.heard('a', null)
  await answered
  void acks.expect('b')
  const left = acks.idle(3_000)
  vi.advanceTimersByTime(3_000)
  await left
  expect(acks.has('b')).toBe(false)
})
