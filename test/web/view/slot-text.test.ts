import { describe, expect, test } from 'vitest'
import { slotLabel, slotText } from '../../../src/web/view/slot-text.js'
import { project } from '../../core/conversation/_engine.js'
import { business, messages } from '../_house.js'

const frame = { messages, business }
const budget = { min: null, max: null, currency: null, none: false }

describe('a fact in words', () => {
  test.each([
    ['budget', { ...budget, min: 1_800_000, max: 1_800_000 }, '$1.800.000'],
    ['budget', { ...budget, min: 900_000, max: 1_200_000 }, '$900.000 a $1.200.000'],
    ['budget', { ...budget, max: 1_200_000, currency: 'COP' }, 'Hasta $1.200.000'],
    ['budget', { ...budget, min: 500, currency: 'USD' }, 'Desde US$500'],
    ['budget', { ...budget, none: true }, 'Sin cifra'],
    ['urgency', { bucket: 'month', days: [28, 35] }, 'En un mes (28 a 35 días)'],
    ['urgency', { bucket: 'now', days: [1, 1] }, 'Ya mismo (1 día)'],
    ['urgency', { bucket: 'later', days: [90, null] }, 'Más adelante (desde 90 días)'],
    ['urgency', { bucket: 'none', days: null }, 'Sin fecha'],
    ['authority', 'self', 'Quien escribe'],
    ['authority', 'shared', 'Quien escribe y alguien más'],
    ['contacto', true, 'Sí'],
    ['contacto', false, 'No'],
    ['quantity', 20, '20'],
    ['need', 'delantales', 'delantales'],
    ['need', 'self', 'self'],
    ['odd', { a: 1 }, '{"a":1}'],
  ])('%s %j reads "%s"', (name, value, text) => {
    expect(slotText(name, value, frame)).toBe(text)
  })

  test('has a name, its own or the one the flow gave it', () => {
    expect(slotLabel(messages, 'budget')).toBe('Presupuesto')
    expect(slotLabel(messages, 'challenge')).toBe('Quiere resolver')
    expect(slotLabel(messages, 'details')).toBe('Detalles')
    expect(slotLabel(messages, 'color-de-tela')).toBe('Color de tela')
    expect(slotLabel(messages, 'constructor')).toBe('Constructor')
    expect(slotLabel(messages, 'llegada', project.flows)).toBe('¿Llegó todo bien?')
  })
})
