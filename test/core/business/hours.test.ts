import { describe, expect, it } from 'vitest'
import {
  closesAt,
  nextOpening,
  nextWorkingDay,
  openHours,
  workingDaysUntil,
} from '../../../src/core/business/hours.js'
import type { Week } from '../../../src/core/business/types.js'
import { toDay } from '../../../src/core/understanding/civil.js'
import { colombianHolidays, hilvan, TODAY } from './hilvan.js'

const split: Week = hilvan.hours.map((_, weekday) =>
  weekday < 5
    ? [
        [480, 720],
        [840, 1080],
      ]
    : [],
)
const never: Week = [[], [], [], [], [], [], []]
const march = (date: number): number => toDay(2026, 3, date)

describe('opening hours', () => {
  it.each([
    [10, 479, false],
    [10, 480, true],
    [10, 719, true],
    [10, 720, false],
    [10, 839, false],
    [10, 840, true],
    [10, 1080, false],
    [14, 600, false],
    [23, 600, false],
  ])('on 2026-03-%d at minute %d: %s', (date, minute, open) => {
    const hours = openHours(split, march(date), colombianHolidays)
    expect(hours.some(([from, to]) => from <= minute && minute < to)).toBe(open)
  })

  it.each([
    [10, 0, 10, 480],
    [10, 500, 10, 500],
    [10, 720, 10, 840],
    [10, 1080, 11, 480],
    [13, 1080, 16, 480],
    // Saturday, Sunday and a holiday lie between
    [20, 1100, 24, 480],
  ])('opens after 2026-03-%d minute %d on the %d at %d', (date, minute, day, opening) => {
    const next = nextOpening(split, { day: march(date), minute }, colombianHolidays)
    expect(next).toEqual({ day: march(day), minute: opening })
  })

  it('never opens without hours', () => {
    expect(nextOpening(never, { day: TODAY, minute: 0 }, colombianHolidays)).toBeNull()
    expect(nextWorkingDay(never, TODAY, colombianHolidays)).toBeNull()
  })

  it('closes when its last interval ends, and not at all on a day of rest', () => {
    expect(closesAt(split, march(10), colombianHolidays)).toBe(1080)
    expect(closesAt(hilvan.hours, march(14), colombianHolidays)).toBe(780)
    expect(closesAt(hilvan.hours, march(15), colombianHolidays)).toBeNull()
    expect(closesAt(hilvan.hours, march(23), colombianHolidays)).toBeNull()
  })

  it('counts the days on which it opens, today left out and the last one in', () => {
    expect(workingDaysUntil(hilvan, march(10), march(10), colombianHolidays)).toBe(0)
    expect(workingDaysUntil(hilvan, march(10), march(13), colombianHolidays)).toBe(3)
    expect(workingDaysUntil(hilvan, march(10), march(16), colombianHolidays)).toBe(5)
    expect(workingDaysUntil(hilvan, march(20), march(24), colombianHolidays)).toBe(2)
  })
})
