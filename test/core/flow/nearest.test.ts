import { expect, test } from 'vitest'
import { nearest } from '../../../src/core/flow/nearest.js'

test.each([
  ['presupusto', 'presupuesto'],
  ['fehca', 'fecha'],
  ['Fecha', 'fecha'],
  ['cierr', 'cierre'],
  ['zzz', null],
  ['', null],
])('«%s» was meant as «%s»', (word, expected) => {
  expect(nearest(word, ['saludo', 'fecha', 'presupuesto', 'cierre'])).toBe(expected)
})
