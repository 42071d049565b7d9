import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../../src/core/understanding/normalise.js'
import { READ_LIMIT } from '../../../src/core/understanding/reader.js'
import type { Question } from '../../../src/core/understanding/types.js'
import { ask } from './lexicon.js'

const QUESTIONS: readonly Question[] = ['open', 'budget', 'urgency', 'name', 'nps', 'yesno']

describe('any text at all', () => {
  test('is read without a throw, and every span lies in the text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc
        .array(
          fc.constantFrom('para', 'el', '20', 'mil', 'no', 'de', '$', '.', 'abril', 'soy', '/'),
          {
            maxLength: 60,
          },
        )
        .map((words) => words.join(' ')),
    )
    fc.assert(
      fc.property(text, fc.constantFrom(...QUESTIONS), (said, question) => {
        const reading = ask(said, { question })
        expect(reading.text).toBe(said)
        const { budget, urgency, name } = reading
        for (const found of [budget, urgency, name, ...reading.quantities]) {
          if (found !== null) expect(said.slice(...found.span)).toBe(found.said)
        }
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    ['lone surrogates', '\ud83d hola \udc00 20 camisas \ud83d'],
    ['right to left marks', '\u202ehola\u202c soy \u200fAna\u200f'],
    ['zero width inside words', 'ho\u200bla so\u200by A\u200bna'],
    ['decomposed accents', 'man\u0303ana'],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(() => ask(text)).not.toThrow()
  })

  test('64 KB takes no longer than its first 2,000 characters', () => {
    for (const unit of ['1 ', 'no me ', 'entre 3 y ', '1.', 'a@', 'x', 'para el 5 de ', '\ud83d']) {
      const text = unit.repeat(65_536 / unit.length)
      const started = performance.now()
      const reading = ask(text, { question: 'budget' })
      expect(performance.now() - started).toBeLessThan(1000)
      expect(reading.text).toBe(text)
    }
  })

  test('words beyond the limit are not read', () => {
    const filler = 'x '.repeat(READ_LIMIT / 2)
    expect(ask(`${filler} soy Ana`).name).toBeNull()
    expect(ask(`soy Ana ${filler}`).name?.value).toBe('Ana')
  })
})

describe('folding', () => {
  test('lowers, drops accents and collapses spaces', () => {
    expect(fold('  ¿Mañana   SÍ?\n')).toBe('¿manana si?')
    expect(fold('man\u0303ana')).toBe('manana')
  })

  test('folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })
})
