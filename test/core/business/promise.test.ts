import { describe, expect, it } from 'vitest'
import { promise } from '../../../src/core/business/promise.js'
import { spanish } from '../schedule/spanish.js'
import { bogota, colombianHolidays, hilvan } from './hilvan.js'

describe('the promise', () => {
  it.each([
    ['in the middle of the day', bogota(10, '10:00'), 'hoy antes de las 6', bogota(10, '18:00')],
    ['before the shop opens', bogota(10, '06:00'), 'hoy antes de las 6', bogota(10, '18:00')],
    [
      'exactly an hour before closing',
      bogota(10, '17:00'),
      'hoy antes de las 6',
      bogota(10, '18:00'),
    ],
    ['later than that', bogota(10, '17:01'), 'mañana antes de las 10', bogota(11, '10:00')],
    ['in the evening', bogota(10, '21:00'), 'mañana antes de las 10', bogota(11, '10:00')],
    ['on a Friday evening', bogota(13, '17:20'), 'mañana antes de las 10', bogota(14, '10:00')],
    ['on a Saturday morning', bogota(14, '09:00'), 'hoy antes de la 1', bogota(14, '13:00')],
    ['on a Saturday noon', bogota(14, '12:30'), 'el lunes antes de las 10', bogota(16, '10:00')],
    ['on a Sunday', bogota(15, '11:00'), 'mañana antes de las 10', bogota(16, '10:00')],
    ['before a holiday', bogota(21, '12:30'), 'el martes antes de las 10', bogota(24, '10:00')],
  ] as const)('%s', (_, now, text, by) => {
    expect(promise(hilvan, colombianHolidays, now, spanish, 'usted')).toEqual({ text, by })
  })

  it('names the date when the doors stay closed for a week', () => {
    const holidays = new Set(Array.from({ length: 10 }, (_, ahead) => 20522 + ahead))
    const { text } = promise(hilvan, holidays, bogota(10, '10:00'), spanish, 'usted')
    expect(text).toBe('el viernes 20 de marzo antes de las 10')
  })

  it('promises the closing of a shop that opens after the usual hour', () => {
    const late = { ...hilvan, hours: hilvan.hours.map(() => [[840, 1230] as const]) }
    const { text } = promise(late, colombianHolidays, bogota(10, '20:00'), spanish, 'usted')
    expect(text).toBe('mañana antes de las 8:30')
  })

  it.each([
    ['AR', 'hoy antes de las 18'],
    ['ES', 'hoy antes de las 18:00'],
    ['MX', 'hoy antes de las 6'],
  ])('says the hour as %s says it', (country, text) => {
    const shop = { ...hilvan, country }
    expect(promise(shop, colombianHolidays, bogota(10, '10:00'), spanish, 'vos').text).toBe(text)
  })

  it('promises no day where there are no hours', () => {
    const shop = { ...hilvan, hours: [[], [], [], [], [], [], []] }
    const { text } = promise(shop, colombianHolidays, bogota(10, '10:00'), spanish, 'usted')
    expect(text).toBe('apenas abra el negocio')
  })
})
