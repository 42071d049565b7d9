import { describe, expect, test } from 'vitest'
import { createClock } from '../src/clock.js'
import { isoOf } from '../src/core/schedule/local-time.js'
import type { Iso } from '../src/core/types.js'

const NOON = Date.parse('2026-03-10T12:00:00.000Z')
const HOUR = 3_600_000

/** A clock over a machine whose time the test sets, and every offset that was written down. */
function clockAt(offset = 0) {
  const machine = { now: NOON }
  const kept: number[] = []
  const clock = createClock(
    () => new Date(machine.now),
    offset,
    (ahead) => kept.push(ahead),
  )
  return { clock, machine, kept }
}

describe('the clock', () => {
  test('is real time plus what it was moved by before', () => {
    const { clock, machine } = clockAt(2 * HOUR)
    expect(clock.iso()).toBe('2026-03-10T14:00:00.000Z')
    machine.now += HOUR
    expect(clock.now()).toEqual(new Date('2026-03-10T15:00:00.000Z'))
    expect(clock.offset()).toBe(2 * HOUR)
  })

  test('tells every millisecond from the next', () => {
    const { clock, machine } = clockAt()
    expect([clock.iso(), clock.iso()]).toEqual(Array(2).fill('2026-03-10T12:00:00.000Z'))
    machine.now += 1
    expect(clock.iso()).toBe('2026-03-10T12:00:00.001Z')
  })

  test('moves to an instant, writes the offset down and goes on from there', () => {
    const { clock, machine, kept } = clockAt()
    clock.moveTo('2026-03-13T12:00:00.000Z' as Iso)
    expect(clock.iso()).toBe('2026-03-13T12:00:00.000Z')
    expect(kept).toEqual([72 * HOUR])
    machine.now += HOUR
    expect(clock.iso()).toBe('2026-03-13T13:00:00.000Z')
    clock.moveTo('2026-03-13T14:00:00.000Z' as Iso)
    expect(kept).toEqual([72 * HOUR, 73 * HOUR])
  })

  test.each([-HOUR, 0])('does not move %i ms from now', (gap) => {
    const { clock, kept } = clockAt(HOUR)
    clock.moveTo(isoOf(NOON + HOUR + gap))
    expect(clock.iso()).toBe('2026-03-10T13:00:00.000Z')
    expect(kept).toEqual([])
  })
})
