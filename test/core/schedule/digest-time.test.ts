import { describe, expect, it } from 'vitest'
import { isDigestTime, nextDigest } from '../../../src/core/schedule/digest-time.js'
import { bogota, hilvan, colombianHolidays as holidays } from '../business/hilvan.js'

const closed = { ...hilvan, hours: hilvan.hours.map(() => []) }
const off = { ...hilvan, digest: null }

describe('the next digest', () => {
  it.each([
    ['today, before its hour', bogota(10, '07:59'), bogota(10, '08:00')],
    ['tomorrow, at its hour', bogota(10, '08:00'), bogota(11, '08:00')],
    ['on Saturday, where Saturdays are worked', bogota(13, '09:00'), bogota(14, '08:00')],
    ['on Monday, after a Saturday', bogota(14, '09:00'), bogota(16, '08:00')],
    ['on Tuesday, over a Sunday and a holiday', bogota(21, '09:00'), bogota(24, '08:00')],
  ])('is %s', (_, after, at) => {
    expect(nextDigest(hilvan, holidays, after)?.at).toBe(at)
  })

  it('never comes where it is off or the doors never open', () => {
    expect(nextDigest(off, holidays, bogota(10, '07:00'))).toBeNull()
    expect(nextDigest(closed, holidays, bogota(10, '07:00'))).toBeNull()
  })
})

describe('a digest', () => {
  it.each([
    ['at its hour', bogota(10, '08:00'), true],
    ['late in the morning', bogota(10, '12:00'), true],
    ['after noon', bogota(10, '12:01'), false],
    ['too early', bogota(10, '07:59'), false],
    ['on a Sunday', bogota(15, '08:00'), false],
    ['on a holiday', bogota(23, '08:00'), false],
  ])('%s', (_, now, isTime) => {
    expect(isDigestTime(hilvan, holidays, now)).toBe(isTime)
  })

  it('of an afternoon may be an hour late', () => {
    const late = { ...hilvan, digest: 14 * 60 }
    expect(isDigestTime(late, holidays, bogota(10, '15:00'))).toBe(true)
    expect(isDigestTime(late, holidays, bogota(10, '15:01'))).toBe(false)
  })

  it('is never due where it is off', () => {
    expect(isDigestTime(off, holidays, bogota(10, '08:00'))).toBe(false)
  })
})
