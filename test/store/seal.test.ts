import { expect, test } from 'vitest'
import { createSeal, SealError } from '../../src/store/seal.js'

const SECRET = '{"noiseKey":"muy secreta"}'

test('what is sealed cannot be read, and is opened by the same phrase', () => {
  const sealed = createSeal('una frase').seal(SECRET, 'a')
  expect(sealed).not.toContain('secreta')
  expect(createSeal('una frase').open(sealed, 'a')).toBe(SECRET)
})

test('the same value never looks the same twice', () => {
  const seal = createSeal('una frase')
  expect(seal.seal(SECRET, 'a')).not.toBe(seal.seal(SECRET, 'a'))
})

test('without a phrase values are kept as they are, and stay readable with one', () => {
  const plain = createSeal(null).seal(SECRET, 'a')
  expect(plain).toBe(SECRET)
  expect(createSeal('una frase').open(plain, 'a')).toBe(SECRET)
})

test.each([
  ['another phrase', 'otra', 'a', (sealed: string) => sealed],
  ['no phrase', null, 'a', (sealed: string) => sealed],
  ['another place', 'una frase', 'b', (sealed: string) => sealed],
  ['a changed value', 'una frase', 'a', (sealed: string) => `${sealed.slice(0, -8)}AAAAAAA=`],
])('%s does not open it', (_, phrase, place, change) => {
  const sealed = createSeal('una frase').seal(SECRET, 'a')
  expect(() => createSeal(phrase).open(change(sealed), place)).toThrow(SealError)
})
