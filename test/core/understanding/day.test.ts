import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromDay, toDay } from '../../../src/core/understanding/civil.js'
import { ask, TUESDAY } from './lexicon.js'

/** The day named, as a day number; of a longer stretch its first day. */
function dayIn(text: string, today: number): number | null {
  const days = ask(text, { question: 'urgency', today }).urgency?.value.days ?? null
  if (days === null) return null
  const [low, high] = days
  return today + (low === 0 && high !== null ? high : low)
}

describe('days in a person’s words', () => {
  test.each([
    ['hoy', 0],
    ['mañana', 1],
    ['pasado mañana', 2],
    ['3 días', 3],
    ['posponer camilo 3 días', 3],
    ['porque sí ana el viernes', 3],
    ['se lo llevo el jueves', 2],
    ['cita ana martes 10', 7],
    ['viernes 27', 17],
    ['20 de abril', 41],
    ['20/04', 41],
    ['en un mes', 31],
    ['la próxima semana', 6],
    ['para el 15 de abril', 36],
  ])('%s', (text, days) => {
    expect(dayIn(text, TUESDAY)).toBe(TUESDAY + days)
  })

  test.each(['tomar', 'ganado', 'nota quedó feliz', 'hace 3 días'])('%s names no day', (text) => {
    expect(dayIn(text, TUESDAY)).toBeNull()
  })

  test('a day and month is always the next such date', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 360 }), (ahead) => {
        const { month, day } = fromDay(TUESDAY + ahead)
        expect(dayIn(`el ${day}/${month}`, TUESDAY)).toBe(TUESDAY + ahead)
      }),
    )
  })

  test('so many days is that many days, whatever the day it is said', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 40_000 }), (n, d) => {
        expect(dayIn(`en ${n} días`, toDay(2000, 1, 1) + d)).toBe(toDay(2000, 1, 1) + d + n)
      }),
    )
  })
})
