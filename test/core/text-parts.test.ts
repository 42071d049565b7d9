import { expect, test } from 'vitest'
import { textParts } from '../../src/core/text-parts.js'

test.each([
  ['Hola.', ['Hola.']],
  ['', ['']],
  ['{pedido} de {negocio}', ['', 'pedido', ' de ', 'negocio', '']],
  ['Son {precio:camisa}.', ['Son ', 'precio:camisa', '.']],
  ['un {} vacío y una { suelta', ['un {} vacío y una { suelta']],
])('%s is cut at its names', (text, parts) => {
  expect(textParts(text)).toEqual(parts)
})

test('more texts than are kept are cut all the same', () => {
  for (let n = 0; n < 10_001; n += 1) textParts(`{nombre} ${n}`)
  expect(textParts('{nombre} 0')).toEqual(['', 'nombre', ' 0'])
})
