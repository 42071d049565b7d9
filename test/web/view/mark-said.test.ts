import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markSaid } from '../../../src/web/view/mark-said.js'
import { plainText } from '../../../src/web/view/piece.js'

const said = (...words: readonly string[]) =>
  words.map((text, at) => ({ slot: `s${at}`, words: text }))

describe('words that became facts', () => {
  test.each([
    ['tengo 900 mil', ['900 mil'], 'tengo [900 mil]'],
    ['20 polos para abril', ['abril', '20 polos'], '[20 polos] para [abril]'],
    ['20 polos', ['20', '20 polos'], '[20 polos]'],
    ['sí, sí', ['sí', 'sí'], '[sí], sí'],
    ['nada', ['', 'otra cosa'], 'nada'],
    ['', ['a'], ''],
  ])('of "%s" are %j', (text, words, marked) => {
    const shown = markSaid(text, said(...words)).map((piece) =>
      piece.kind === 'said' ? `[${piece.text}]` : piece.text,
    )
    expect(shown.join('')).toBe(marked)
  })

  test('prove every fact whose words they hold', () => {
    const pieces = markSaid('necesito 20 polos ya', [
      { slot: 'quantity', words: '20' },
      { slot: 'need', words: '20 polos' },
      { slot: 'urgency', words: 'ya' },
    ])
    expect(pieces).toEqual([
      { kind: 'plain', text: 'necesito ' },
      { kind: 'said', text: '20 polos', slots: ['need', 'quantity'] },
      { kind: 'plain', text: ' ' },
      { kind: 'said', text: 'ya', slots: ['urgency'] },
    ])
  })

  test('never change the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string({ maxLength: 3 })), (text, words) => {
        expect(plainText(markSaid(text, said(...words)))).toBe(text)
      }),
    )
  })
})
