import { describe, expect, it } from 'vitest'
import { civil, instantOf, localTime, weekdayOf } from '../../../src/core/schedule/local-time.js'
import type { Iso } from '../../../src/core/types.js'
import { toDay } from '../../../src/core/understanding/civil.js'

const iso = (text: string): Iso => text as Iso

describe('local time', () => {
  it.each([
    ['2026-03-10T15:00:00.000Z', 'America/Bogota', [2026, 3, 10], 600, 1],
    ['2026-03-11T04:59:59.999Z', 'America/Bogota', [2026, 3, 10], 1439, 1],
    ['2026-03-11T05:00:00.000Z', 'America/Bogota', [2026, 3, 11], 0, 2],
    ['2026-03-29T00:59:00.000Z', 'Europe/Madrid', [2026, 3, 29], 119, 6],
    ['2026-03-29T01:00:00.000Z', 'Europe/Madrid', [2026, 3, 29], 180, 6],
    ['2026-07-01T12:00:00.000Z', 'Asia/Kathmandu', [2026, 7, 1], 1065, 2],
  ] as const)('%s in %s', (at, zone, [year, month, date], minute, weekday) => {
    const local = localTime(iso(at), zone)
    expect(civil(local.day)).toEqual({ year, month, date })
    expect(local.minute).toBe(minute)
    expect(local.weekday).toBe(weekday)
  })

  it.each([
    ['America/Bogota', [2026, 3, 10], 600, '2026-03-10T15:00:00.000Z'],
    ['Europe/Madrid', [2026, 7, 1], 600, '2026-07-01T08:00:00.000Z'],
    // 2:30 does not exist that night: the clock goes from 2 to 3
    ['Europe/Madrid', [2026, 3, 29], 150, '2026-03-29T01:30:00.000Z'],
    // 2:30 comes twice that night: the first one counts
    ['Europe/Madrid', [2026, 10, 25], 150, '2026-10-25T00:30:00.000Z'],
    ['America/Santiago', [2026, 9, 6], 30, '2026-09-06T04:30:00.000Z'],
    ['America/Bogota', [2026, 3, 10], 1500, '2026-03-11T06:00:00.000Z'],
  ] as const)('comes back from %s %j %d', (zone, [year, month, date], minute, at) => {
    expect(instantOf(toDay(year, month, date), minute, zone)).toBe(at)
  })

  it('goes there and back for every hour of a year with two changes of clock', () => {
    const start = Date.parse('2026-01-01T00:00:00.000Z')
    const repeated: string[] = []
    for (let hour = 0; hour < 8760; hour++) {
      const at = iso(new Date(start + hour * 3_600_000).toISOString())
      const { day, minute } = localTime(at, 'Europe/Madrid')
      if (instantOf(day, minute, 'Europe/Madrid') !== at) repeated.push(at)
    }
    expect(repeated).toEqual(['2026-10-25T01:00:00.000Z'])
  })

  it('knows the weekday of days before 1970', () => {
    expect([-4, -3, 0, 4].map(weekdayOf)).toEqual([6, 0, 3, 0])
  })

  it('refuses a zone that does not exist', () => {
    expect(() => localTime(iso('2026-03-10T15:00:00.000Z'), 'America/Macondo')).toThrow(RangeError)
  })
})
