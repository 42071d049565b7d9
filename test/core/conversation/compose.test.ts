import { expect, test } from 'vitest'
import { bubbles } from '../../../src/core/conversation/compose.js'

const long = (n: number): string => 'x'.repeat(n)

test.each([
  ['nothing', [], []],
  ['one sentence', ['Hola.'], ['Hola.']],
  ['sentences that fit together', ['Hola.', '¿Qué necesita?'], ['Hola. ¿Qué necesita?']],
  ['exactly 300 with the space between', [long(149), long(150)], [`${long(149)} ${long(150)}`]],
  ['one character too many', [long(150), long(150)], [long(150), long(150)]],
  [
    'a third sentence beside the second',
    [long(290), long(100), 'b'],
    [long(290), `${long(100)} b`],
  ],
])('bubbles: %s', (_, sentences, expected) => {
  expect(bubbles(sentences)).toEqual(expected)
})

test('bubbles keep every sentence whole and in order', () => {
  const sentences = [long(120), 'a', long(200), 'b', 'c', long(299), 'd']
  const made = bubbles(sentences)
  expect(made.join(' ')).toBe(sentences.join(' '))
  for (const text of made) expect(text.length).toBeLessThanOrEqual(300)
})
