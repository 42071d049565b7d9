import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitLong } from '../../src/core/split-long.js'

describe('splitLong', () => {
  test.each([
    ['a short text stays whole', 'hola', 10, ['hola']],
    ['paragraphs first', 'uno dos\n\ntres cuatro', 14, ['uno dos', 'tres cuatro']],
    ['then lines', 'uno dos\ntres cuatro', 14, ['uno dos', 'tres cuatro']],
    ['then sentences', 'Uno. Dos tres. Cuatro', 16, ['Uno. Dos tres.', 'Cuatro']],
    ['then words', 'uno dos tres', 8, ['uno dos', 'tres']],
    ['then anywhere', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['but never through an emoji', 'abc🎉def', 4, ['abc', '🎉de', 'f']],
    ['nothing gives nothing', '  ', 4, []],
  ])('%s', (_name, text, limit, parts) => {
    expect(splitLong(text, limit)).toEqual(parts)
  })

  test('keeps every limit and loses no character but the blanks at the cuts', () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 200 })
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 40 }), (text, limit) => {
        const parts = splitLong(text, limit)
        expect(parts.every((part) => part.length <= limit)).toBe(true)
        expect(parts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      }),
    )
  })
})
