import { expect, test } from 'vitest'
import { inventsFigures } from '../../../src/core/conversation/verify.js'

const FACTS = ['La entrega toma 8 días hábiles.', 'La camisa vale $58.000 desde 12 unidades.']

test.each([
  ['no figure at all', 'Sí, se hace una muestra antes.', false],
  ['a figure of a fact', 'Son 8 días hábiles.', false],
  ['a figure written otherwise', 'Vale 58000 pesos.', false],
  ['a figure with a comma', 'Vale $58,000.', false],
  ['two figures of two facts', 'A $58.000 y en 8 días.', false],
  ['a figure of no fact', 'Son 10 días hábiles.', true],
  ['a discount nobody gave', 'Le queda en $50.000.', true],
  ['one true and one invented', 'Vale $58.000, con 20 % menos.', true],
  ['a figure that only begins like one of a fact', 'Vale $5.800.', true],
  ['a figure with a full stop after it', 'Desde 12.', false],
])('a text with %s', (_, text, invents) => {
  expect(inventsFigures(text, FACTS)).toBe(invents)
})

test('without sources every figure is invented', () => {
  expect(inventsFigures('Vale 100.', [])).toBe(true)
  expect(inventsFigures('No sé.', [])).toBe(false)
})
