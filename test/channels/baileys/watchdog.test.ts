import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createWatchdog } from '../../../src/channels/baileys/watchdog.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function open() {
  const died = vi.fn()
  return { died, dog: createWatchdog({ firstMs: 30_000, silenceMs: 60_000 }, died) }
}

test('a connection that never says anything is dead', () => {
  const { died } = open()
  vi.advanceTimersByTime(30_000)
  expect(died).toHaveBeenCalledTimes(1)
})

test('one that speaks lives, until it falls silent', () => {
  const { died, dog } = open()
  for (let minute = 0; minute < 10; minute += 1) {
    vi.advanceTimersByTime(29_000)
    dog.heard()
  }
  vi.advanceTimersByTime(59_999)
  expect(died).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(died).toHaveBeenCalledTimes(1)
})

test('one that was ended is watched no more', () => {
  const { died, dog } = open()
  dog.stop()
  dog.heard()
  vi.advanceTimersByTime(120_000)
  expect(died).not.toHaveBeenCalled()
})
