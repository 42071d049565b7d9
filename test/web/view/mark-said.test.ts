import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markSaid } from '../../../src/web/view/mark-said.js'

describe('markSaid', () => {
  test.each([
    ['tengo 900 mil', ['900 mil'], 'tengo [900 mil]'],
    ['20 polos para abril', ['abril', '20 polos'], '[20 polos] para [abril]'],
    ['20 polos', ['20', '20 polos'], '[20 polos]'],
    ['sí, sí', ['sí', 'sí'], '[sí], sí'],
    ['nada', ['', 'otra cosa'], 'nada'],
    ['', ['a'], ''],
  ])('"%s" with %j', (text, said, marked) => {
    const shown = markSaid(text, said).map((piece) =>
      piece.kind === 'said' ? `[${piece.text}]` : piece.text,
    )
    expect(shown.join('')).toBe(marked)
  })

  test('never changes the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string({ maxLength: 3 })), (text, said) => {
        const pieces = markSaid(text, said)
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      }),
    )
  })
})
