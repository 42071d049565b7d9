import { describe, expect, it } from 'vitest'
import {
  dayText,
  shortDayText,
  urgencyText,
  weekdayDateText,
} from '../../../src/core/business/date-text.js'
import type { Urgency } from '../../../src/core/types.js'
import { toDay } from '../../../src/core/understanding/civil.js'
import { spanish } from '../schedule/spanish.js'
import { TODAY } from './hilvan.js'

describe('a day in words', () => {
  it.each([
    [TODAY, 'hoy'],
    [TODAY + 1, 'mañana'],
    [toDay(2026, 3, 27), 'el viernes 27 de marzo'],
    [toDay(2026, 4, 1), 'el miércoles 1 de abril'],
    [toDay(2026, 3, 9), 'el lunes 9 de marzo'],
    [toDay(2027, 1, 15), 'el 15 de enero de 2027'],
  ])('%d is %s', (day, text) => {
    expect(dayText(day, TODAY, spanish)).toBe(text)
  })

  it('is shorter on cards', () => {
    expect(weekdayDateText(toDay(2026, 3, 27), spanish)).toBe('viernes 27 de marzo')
    expect(shortDayText(toDay(2026, 3, 27), spanish)).toBe('vie 27 mar')
  })
})

describe('a deadline in words', () => {
  const march = (date: number): number => toDay(2026, 3, date) - TODAY
  const april = (date: number): number => toDay(2026, 4, date) - TODAY
  const urgency = (days: Urgency['days'], bucket: Urgency['bucket'] = 'month'): Urgency => ({
    bucket,
    days,
  })

  it.each([
    [[0, 0], 'hoy', 'hoy'],
    [[1, 1], 'mañana mismo', 'mañana'],
    [[april(15), april(15)], 'para el 15 de abril', 'el 15 de abril'],
    [[17, 17], 'para el viernes 27', 'el 27 de marzo'],
    [[30, 30], 'como en un mes', 'en un mes'],
    [[31, 31], 'dentro de un mes', 'en un mes'],
    [[61, 61], 'en dos meses', 'en 2 meses'],
    [[20, 20], 'en 20 días', 'en 20 días'],
    [[21, 21], 'en tres semanas', 'en 3 semanas'],
    [[7, 7], 'en una semana', 'en una semana'],
    [[30, 30], 'el 9 de abril', 'el 9 de abril'],
    [[30, 30], null, 'el 9 de abril'],
    [[april(1), april(30)], 'en abril', 'abril'],
    [[april(1), april(10)], 'a principios de abril', 'comienzos de abril'],
    [[april(11), april(20)], 'a mediados de abril', 'mediados de abril'],
    [[april(21), april(30)], 'a finales de abril', 'finales de abril'],
    [[0, 21], 'de acá a fin de mes', 'finales de marzo'],
    [[0, april(15)], 'antes del 15 de abril', 'antes del 15 de abril'],
    [[march(30), april(5)], 'en semana santa', 'la semana del 30 de marzo'],
    [[april(5), null], 'después de pascua', 'después del 5 de abril'],
  ] as const)('%j said as %j is %s', (days, said, text) => {
    expect(urgencyText(urgency(days), TODAY, spanish, said)).toBe(text)
  })

  it.each([
    ['now', 'lo más pronto posible'],
    ['quarter', 'los próximos meses'],
    ['none', 'cuando se pueda, sin prisa'],
  ] as const)('without days %s is %s', (bucket, text) => {
    expect(urgencyText(urgency(null, bucket), TODAY, spanish)).toBe(text)
  })
})
