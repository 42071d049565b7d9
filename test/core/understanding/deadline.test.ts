import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addMonths,
  daysInMonth,
  easter,
  fromDay,
  toDay,
  weekdayOf,
} from '../../../src/core/understanding/civil.js'
import { ask, TUESDAY } from './lexicon.js'

const MONTHS =
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(
    ' ',
  )
const WEEKDAYS = 'lunes martes miércoles jueves viernes sábado domingo'.split(' ')

function days(text: string, today = TUESDAY, country = 'CO') {
  return ask(text, { question: 'urgency', today, country }).urgency?.value.days ?? null
}

/** Any day of four centuries' worth of leap years, month ends and Easters. */
const anyDay = fc.integer({ min: toDay(2000, 1, 1), max: toDay(2100, 12, 31) })

function onAnyDay(check: (today: number) => void): void {
  fc.assert(fc.property(anyDay, check), { numRuns: 200 })
}

describe('a day of a month named by where it lies', () => {
  test.each([
    ['para el 15 del otro mes', [36, 36]],
    ['el 20 del mes que viene', [41, 41]],
    ['el 3 del que entra', [24, 24]],
    ['el 25 del presente', [15, 15]],
    ['el 30 de este', [20, 20]],
    ['el primer lunes de abril', [27, 27]],
    ['el último viernes de marzo', [17, 17]],
    ['la semana del 6 de abril', [27, 33]],
    ['pal 1ro de mayo', [52, 52]],
    ['21/marzo', [11, 11]],
    ['el veintiuno', [11, 11]],
  ])('%s', (text, expected) => {
    expect(days(text)).toEqual(expected)
  })
})

describe('parts of weeks, months and years', () => {
  test.each([
    ['a principios de mes', [22, 28]],
    ['a finales de semana', [3, 5]],
    ['a mediados de la semana que viene', [8, 9]],
    ['a finales del año que viene', [631, 661]],
    ['a principios del 2027', [297, 327]],
    ['la quincena de abril', [22, 36]],
    ['para el 2027', [297, 661]],
    ['en lo que queda de la semana', [0, 5]],
    ['el próximo trimestre', [22, 112]],
    ['para el mes de abril', [22, 51]],
  ])('%s', (text, [from, to]) => {
    const [low, high] = days(text) ?? []
    expect([low, high]).toEqual([from, to])
  })
})

describe('before it begins, when it ends, once it is over', () => {
  test.each([
    ['antes de que empiece abril', [0, 21]],
    ['antes de que llegue diciembre', [0, 265]],
    ['antes de que se acabe el mes', [0, 21]],
    ['antes de que acabe la semana', [0, 5]],
    ['al cierre de abril', [51, 51]],
    ['terminando el mes', [21, 21]],
    ['empezando mayo', [52, 58]],
    ['a la vuelta de semana santa', [27, null]],
    ['pasando la quincena', [6, null]],
    ['de abril en adelante', [22, null]],
  ])('%s', (text, expected) => {
    expect(days(text)).toEqual(expected)
  })
})

describe('the calendar of a country', () => {
  test.each([
    ['CO', 'para el día de la madre', 61],
    ['ES', 'para el día de la madre', 54],
    ['MX', 'para el día de la madre', 61],
    ['PA', 'para el día de la madre', 273],
    ['CR', 'para el día de la madre', 158],
    ['DO', 'para el día de las madres', 82],
    ['CL', 'pa las fiestas patrias', 193],
    ['PE', 'para las fiestas patrias', 141],
    ['HN', 'para las fiestas patrias', 189],
    ['UY', 'para la semana de turismo', 26],
    ['ES', 'para el puente de mayo', 54],
    ['CO', 'cuando me llegue la prima', 112],
    ['AR', 'cuando cobre el aguinaldo', 112],
    ['PE', 'cuando me paguen la grati', 127],
    ['PA', 'cuando paguen el décimo', 36],
    ['MX', 'con el aguinaldo de diciembre', 285],
  ])('%s: %s', (country, text, day) => {
    expect(days(text, TUESDAY, country)?.[1]).toBe(day)
  })

  test('summer in the south is not summer in the north', () => {
    expect(days('antes del verano', TUESDAY, 'ES')?.[1]).toBe(toDay(2026, 6, 20) - TUESDAY)
    expect(days('antes del verano', TUESDAY, 'AR')?.[1]).toBe(toDay(2026, 12, 20) - TUESDAY)
  })
})

describe('a date put right', () => {
  test.each([
    ['puse abril pero es mayo', [52, 82]],
    ['no no, dije jueves pero es el viernes 20', [10, 10]],
    ['donde dije tres semanas pon cinco', [35, 35]],
    ['este viernes no, el otro', [10, 10]],
    ['no es este sábado, es el otro', [11, 11]],
    ['no para mayo, para junio', [83, 112]],
    ['esta semana o la que viene', [0, 12]],
  ])('%s', (text, expected) => {
    expect(days(text)).toEqual(expected)
  })
})

describe('on any day of a century', () => {
  test('a day of the month is the next one, or the one of the month named', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 28 }), (today, dom) => {
        const { year, month, day } = fromDay(today)
        const here = toDay(year, month, dom)
        const next = addMonths(here, 1)
        expect(days(`el ${dom}`, today)?.[1]).toBe((dom > day ? here : next) - today)
        expect(days(`el ${dom} del otro mes`, today)?.[1]).toBe(next - today)
        expect(days(`el ${dom} del mes que viene`, today)?.[1]).toBe(next - today)
      }),
    )
  })

  test('a date is the next such date, even the last of February', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 1500 }), (today, ahead) => {
        const { month, day } = fromDay(today + ahead)
        const found = days(`para el ${day} de ${MONTHS[month - 1]}`, today)?.[1] ?? -1
        expect(fromDay(today + found)).toMatchObject({ month, day })
        expect(found).toBeGreaterThanOrEqual(0)
        expect(found).toBeLessThanOrEqual(month === 2 && day === 29 ? 2922 : 366)
      }),
    )
  })

  test('a weekday is within the next seven days, "en ocho" seven later', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 7 }), (today, weekday) => {
        const name = WEEKDAYS[weekday - 1]
        const next = days(`el ${name}`, today)?.[1] ?? -1
        expect(next).toBeGreaterThan(0)
        expect(next).toBeLessThan(8)
        expect(weekdayOf(today + next)).toBe(weekday)
        expect(days(`el ${name} en ocho`, today)?.[1]).toBe(next + 7)
        const week = 8 - weekdayOf(today)
        expect(days(`el ${name} de la otra semana`, today)?.[1]).toBe(week + weekday - 1)
        expect(days(`antes del ${name}`, today)).toEqual([0, next])
      }),
    )
  })

  test('months end on their last day, leap years too', () => {
    onAnyDay((today) => {
      const { year, month } = fromDay(today)
      const end = toDay(year, month, daysInMonth(year, month)) - today
      const next = addMonths(toDay(year, month, 1), 1)
      const last = addMonths(next, 1) - 1 - today
      expect(days('a fin de mes', today)?.[1]).toBe(end)
      expect(days('antes de que termine el mes', today)).toEqual([0, end])
      expect(days('el mes que viene', today)).toEqual([next - today, last])
      expect(days('a finales del otro mes', today)?.[1]).toBe(last)
      expect(days('a fin de año', today)?.[1]).toBe(toDay(year, 12, 31) - today)
    })
  })

  test('"dentro de" months keep the day, or the last day of a shorter month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 2, max: 30 }), (today, count) => {
        const day = addMonths(today, count) - today
        expect(days(`dentro de ${count} meses`, today)).toEqual([day, day])
        expect(days(`antes de ${count} meses`, today)).toEqual([0, day])
      }),
    )
  })

  test('the weeks run from Monday to Sunday', () => {
    onAnyDay((today) => {
      const sunday = 7 - weekdayOf(today)
      expect(days('esta semana', today)).toEqual([0, sunday])
      expect(days('la otra semana', today)).toEqual([sunday + 1, sunday + 7])
      const monday = days('la semana del 20', today)?.[1] ?? 0
      expect(weekdayOf(today + monday)).toBe(7)
    })
  })

  test('Holy Week ends on the next Easter Sunday', () => {
    onAnyDay((today) => {
      const { year } = fromDay(today)
      const sunday = easter(year) < today ? easter(year + 1) : easter(year)
      expect(days('para semana santa', today)?.[1]).toBe(sunday - today)
      expect(days('después de semana santa', today)).toEqual([sunday - today + 1, null])
      const friday = easter(year) - 2 < today ? easter(year + 1) - 2 : easter(year) - 2
      expect(days('el viernes santo', today)?.[1]).toBe(friday - today)
      expect(days('para turismo', today, 'UY')?.[1]).toBe(sunday - today)
    })
  })

  test('the second Sunday of May is a Sunday from the 8th to the 14th', () => {
    onAnyDay((today) => {
      const found = today + (days('para el día de la madre', today)?.[1] ?? -1)
      expect(found).toBeGreaterThanOrEqual(today)
      expect(weekdayOf(found)).toBe(7)
      expect(fromDay(found).month).toBe(5)
      expect(Math.ceil(fromDay(found).day / 7)).toBe(2)
    })
  })

  test('no deadline ends before it begins or lies in the past', () => {
    const part = fc.constantFrom('principios', 'mediados', 'finales', 'la segunda semana')
    const whole = fc.constantFrom('mes', 'este mes', 'año', 'semana', 'la otra semana', ...MONTHS)
    fc.assert(
      fc.property(anyDay, part, whole, (today, some, of) => {
        const [low, high] = days(`a ${some} de ${of}`, today) ?? [0, 0]
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high ?? low).toBeGreaterThanOrEqual(low)
      }),
    )
  })
})
