import { describe, expect, test } from 'vitest'
import { contactRules, policyFor, withRestDays } from '../../../src/core/business/contact-rules.js'
import { toDay } from '../../../src/core/understanding/civil.js'
import { colombianPolicy } from './hilvan.js'

const LAW = { ...colombianPolicy, perDay: 1, perWeek: 2 }
const stricter = contactRules({ hours: { lunes: ['6:00-9:00', '15:00-22:00'], sábado: [] } })

describe('hours and limits of the business', () => {
  test('hold where the country allows them too, and nowhere else', () => {
    const { hours } = policyFor(LAW, stricter, true)
    expect(hours[0]).toEqual([
      [420, 540],
      [900, 1140],
    ])
    expect(hours[1]).toEqual(LAW.hours[1])
    expect(hours[5]).toEqual([])
  })

  test('are its own in a country without rules of its own', () => {
    const { hours, perDay, perWeek } = policyFor(LAW, { ...stricter, perDay: 2, perWeek: 5 }, false)
    expect(hours[0]).toEqual([
      [360, 540],
      [900, 1320],
    ])
    expect([perDay, perWeek]).toEqual([2, 5])
  })

  test.each([
    [{ perDay: 3, perWeek: 1 }, 1, 1],
    [{ perDay: 0 }, 0, 2],
    [{}, 1, 2],
  ])('%j makes nothing laxer than the law', (raw, perDay, perWeek) => {
    expect(policyFor(LAW, contactRules(raw), true)).toMatchObject({ perDay, perWeek })
  })
})

test('days of rest are those of the country and its own, once or every year', () => {
  const holiday = toDay(2026, 3, 23)
  const days = withRestDays(new Set([holiday]), contactRules({ rest: ['12-24', '2026-07-03'] }))
  const all = [holiday, toDay(2026, 12, 24), toDay(2031, 12, 24), toDay(2026, 7, 3)]
  expect(all.every((day) => days.has(day))).toBe(true)
  expect(days.has(toDay(2027, 7, 3))).toBe(false)
})
