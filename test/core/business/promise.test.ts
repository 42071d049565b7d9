import { describe, expect, it } from 'vitest'
import { promise, promisedText } from '../../../src/core/business/promise.js'
import type { Week } from '../../../src/core/business/types.js'
import { spanish } from '../schedule/spanish.js'
import { bogota, colombianHolidays, hilvan } from './hilvan.js'

describe('the promise', () => {
  it.each([
    ['in the middle of the day', bogota(10, '10:00'), 'hoy antes de las 6', bogota(10, '18:00')],
    [
      'so early that six could be in the morning',
      bogota(10, '02:30'),
      'hoy antes de las 6 p. m.',
      bogota(10, '18:00'),
    ],
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
    expect(text).toBe('mañana antes de las 8:30 p. m.')
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
    expect(promise(shop, colombianHolidays, bogota(10, '10:00'), spanish, 'usted')).toEqual({
      text: 'apenas abra el negocio',
      by: null,
    })
  })

  it.each<[string, Week[number], string, string]>([
    [
      'in the break of a split day',
      [
        [480, 750],
        [810, 1080],
      ],
      '13:00',
      'hoy antes de las 6',
    ],
    [
      'late in the second half',
      [
        [480, 750],
        [960, 1200],
      ],
      '19:30',
      'mañana antes de las 10',
    ],
    [
      'between two openings far apart',
      [
        [540, 600],
        [1140, 1260],
      ],
      '15:00',
      'hoy antes de las 9',
    ],
    ['when only the morning is worked', [[480, 720]], '11:30', 'mañana antes de las 10'],
    ['when the next morning ends early', [[420, 540]], '20:00', 'mañana antes de las 9'],
    ['where it never closes', [[0, 1440]], '15:00', 'hoy antes de la medianoche'],
    ['where it never closes, near midnight', [[0, 1440]], '23:30', 'mañana antes de las 10'],
    [
      'of a bar before it opens',
      [
        [0, 120],
        [1200, 1440],
      ],
      '18:00',
      'hoy antes de la medianoche',
    ],
  ])('is kept %s', (_, hours, clock, text) => {
    const shop = { ...hilvan, hours: hilvan.hours.map(() => hours) }
    const made = promise(shop, colombianHolidays, bogota(10, clock), spanish, 'usted')
    expect(made.text).toBe(text)
    expect(made.by && promisedText(made.by, bogota(10, clock), shop, spanish)).toBe(text)
  })

  it.each([
    [bogota(9, '20:00'), 'mañana antes de las 6 p. m.'],
    [bogota(10, '12:00'), 'hoy antes de las 6'],
    [bogota(11, '09:00'), 'ayer antes de las 6'],
    [bogota(14, '09:00'), 'el martes 10 antes de las 6'],
  ])('given for Tuesday at six is, at %s, "%s"', (now, text) => {
    expect(promisedText(bogota(10, '18:00'), now, hilvan, spanish)).toBe(text)
  })
})
