import { describe, expect, it } from 'vitest'
import type { Week } from '../../../src/core/business/types.js'
import { afterWorkingMinutes } from '../../../src/core/schedule/working-time.js'
import type { Iso } from '../../../src/core/types.js'
import { bogota, colombianHolidays, hilvan } from '../business/hilvan.js'

const lunch = { ...hilvan, hours: hilvan.hours.map(split) }

/** The same day with a break from 12:30 to 13:30. */
function split(day: Week[number]): Week[number] {
  return day.flatMap(([from, to]) =>
    to > 810 ? [[from, 750] as const, [810, to] as const] : [[from, to] as const],
  )
}

function minutesOn(from: Iso, minutes: number, shop = lunch): Iso | null {
  return afterWorkingMinutes(shop, colombianHolidays, from, minutes)
}

describe('minutes in which the doors are open', () => {
  it.each([
    ['run on in the middle of the day', bogota(10, '10:02'), bogota(10, '10:17')],
    ['stand still over lunch', bogota(10, '12:20'), bogota(10, '13:35')],
    ['begin after lunch when it comes in the break', bogota(10, '13:00'), bogota(10, '13:45')],
    ['end with the closing, when they just fit', bogota(10, '17:45'), bogota(10, '18:00')],
    ['go on the next morning', bogota(10, '17:55'), bogota(11, '08:10')],
    ['begin the next morning at night', bogota(10, '23:30'), bogota(11, '08:15')],
    ['begin with the opening before it', bogota(10, '06:00'), bogota(10, '08:15')],
    ['wait over a Sunday and a holiday', bogota(21, '12:55'), bogota(24, '08:10')],
    ['start anew at the very closing', bogota(10, '18:00'), bogota(11, '08:15')],
  ])('%s', (_, from, due) => {
    expect(minutesOn(from, 15)).toBe(due)
  })

  it('add up over several days', () => {
    // Friday 17:00: one hour, five on Saturday, Monday is a holiday, two more on Tuesday.
    expect(minutesOn(bogota(20, '17:00'), 8 * 60)).toBe(bogota(24, '10:00'))
  })

  it('are exact to the second', () => {
    expect(minutesOn('2026-03-10T15:02:41.500Z' as Iso, 15)).toBe('2026-03-10T15:17:41.500Z')
  })

  it('are none at all while it is open, and the wait for the opening while it is not', () => {
    expect(minutesOn(bogota(10, '10:00'), 0)).toBe(bogota(10, '10:00'))
    expect(minutesOn(bogota(10, '18:00'), 0)).toBe(bogota(10, '18:00'))
    expect(minutesOn(bogota(10, '18:01'), 0)).toBe(bogota(11, '08:00'))
    expect(minutesOn(bogota(10, '12:45'), 0)).toBe(bogota(10, '13:30'))
  })

  it('pass midnight where the business does', () => {
    const bar = {
      ...hilvan,
      hours: hilvan.hours.map(
        () =>
          [
            [0, 60],
            [1200, 1440],
          ] as const,
      ),
    }
    expect(minutesOn(bogota(10, '23:50'), 15, bar)).toBe(bogota(11, '00:05'))
  })

  it('never pass where the doors never open', () => {
    const closed = { ...hilvan, hours: hilvan.hours.map(() => []) }
    expect(minutesOn(bogota(10, '10:00'), 15, closed)).toBeNull()
  })

  it('are an hour fewer in the night in which clocks go forward', () => {
    const madrid = {
      ...hilvan,
      timeZone: 'Europe/Madrid',
      hours: hilvan.hours.map(() => [[0, 1440]] as const),
    }
    // Sunday 29 March 2026, 1:30 by the clock; it jumps from 2:00 to 3:00.
    const due = minutesOn('2026-03-29T00:30:00.000Z' as Iso, 60, madrid)
    expect(due).toBe('2026-03-29T01:30:00.000Z')
  })
})
