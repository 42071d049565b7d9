import { expect, test } from 'vitest'
import { emphasised } from '../../../src/web/view/emphasised.js'

test.each([
  ['sin nada', 'sin nada'],
  ['*Ana Beltrán*\n*Quiere:* 20', '<Ana Beltrán>\n<Quiere:> 20'],
  ['2*3*4 y 5 * 6 * 7', '2*3*4 y 5 * 6 * 7'],
  ['(*sí*).', '(<sí>).'],
  ['á*b*', 'á*b*'],
  ['*a\nb*', '*a\nb*'],
  ['*', '*'],
  ['', ''],
])('%j shows as %j', (text, shown) => {
  const pieces = emphasised(text).map(({ text: part, kind }) =>
    kind === 'bold' ? `<${part}>` : part,
  )
  expect(pieces.join('')).toBe(shown)
})
