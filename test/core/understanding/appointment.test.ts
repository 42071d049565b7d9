import { expect, test } from 'vitest'
import { read } from './lexicon.js'

/** Tuesday, 10 March 2026. */
const TODAY = 20522

const reading = (text: string) => read(text, { question: 'open', country: 'CO', today: TODAY })

test.each([
  ['me puede llamar mañana a las 3?', [1, 1]],
  ['mejor llámenme el lunes en la mañana', [6, 6]],
  ['podemos hablar el jueves a las 10', [2, 2]],
  ['quiero que me llamen hoy', [0, 0]],
])('«%s» names a day to be called, and no day by which anything is needed', (text, days) => {
  const { appointment, urgency } = reading(text)
  expect(appointment?.value).toEqual(days)
  expect(urgency).toBeNull()
})

test.each([
  'necesito 30 camisas para el viernes',
  'quiero hablar con alguien, necesito 30 camisas para el viernes',
  'me puede llamar?',
])('«%s» names none', (text) => {
  expect(reading(text).appointment).toBeNull()
})

test.each([
  ['soy el jefe de compras de Alimentos del Valle', 'Alimentos del Valle'],
  ['soy la gerente del Hotel Real', 'Hotel Real'],
])('«%s» names a business', (text, name) => {
  expect(reading(text).organization?.value).toBe(name)
})

test.each([
  ['y las envian a cali?', 'Cali'],
  ['100 unidades entregadas en Medellín', 'Medellín'],
])('«%s» names where it goes to', (text, place) => {
  expect(reading(text).place?.value).toBe(place)
})

test('whom something is sent to is no place', () => {
  expect(reading('mandan a Maria?').place).toBeNull()
})
