import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Beat, startBeat } from '../../src/app/beat.js'

const MINUTE = 60_000

let beats: number
let beat: Beat
beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-10T15:00:30.000Z') })
  beats = 0
  beat = startBeat(() => {
    beats += 1
  })
})
afterEach(() => {
  beat.stop()
  vi.useRealTimers()
})

test('beats at every full minute', async () => {
  await vi.advanceTimersByTimeAsync(29_000)
  expect(beats).toBe(0)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(beats).toBe(1)
  await vi.advanceTimersByTimeAsync(3 * MINUTE)
  expect(beats).toBe(4)
})

test('stopped, beats no more and keeps no process alive', async () => {
  await vi.advanceTimersByTimeAsync(MINUTE)
  expect(beats).toBe(1)
  beat.stop()
  await vi.advanceTimersByTimeAsync(5 * MINUTE)
  expect(beats).toBe(1)
  expect(vi.getTimerCount()).toBe(0)
})
