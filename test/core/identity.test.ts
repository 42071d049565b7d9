import { expect, test } from 'vitest'
import { identityKey, isPhone, matchKey } from '../../src/core/identity.js'

const SAME: readonly (readonly [what: string, one: string, other: string])[] = [
  ['a Mexican mobile with and without its 1', '+5215512345678', '+525512345678'],
  ['an Argentine mobile with and without its 9', '+5491123456789', '+541123456789'],
  ['a Brazilian mobile with and without its ninth digit', '+5531987654321', '+553187654321'],
  ['a phone with and without its plus', '+573001234567', '573001234567'],
  ['a phone with spaces and dashes', '+57 300 123-4567', '+573001234567'],
]

test.each(SAME)('takes %s for the same person', (_, one, other) => {
  expect(matchKey(one)).toBe(matchKey(other))
})

const DIFFERENT: readonly (readonly [what: string, one: string, other: string])[] = [
  ['two Colombians', '+573001234567', '+573001234568'],
  ['a Brazilian mobile and the landline hidden in it', '+5511932123456', '+551132123456'],
  ['a Mexican number that begins with 1', '+521551234567', '+52551234567'],
  ['an Argentine number that begins with 9', '+54912345678', '+5412345678'],
  ['a Peruvian mobile, whose 9 belongs to it', '+51987654321', '+5187654321'],
  ['a Chilean mobile, whose 9 belongs to it', '+56987654321', '+5687654321'],
]

test.each(DIFFERENT)('tells %s apart', (_, one, other) => {
  expect(matchKey(one)).not.toBe(matchKey(other))
})

test('takes a user name in any case, and every other id to the letter', () => {
  expect(identityKey({ kind: 'username', value: 'Camila.R' })).toBe('camila.r')
  expect(identityKey({ kind: 'lid', value: '12Ab@lid' })).toBe('12Ab@lid')
  expect(identityKey({ kind: 'phone', value: '+5215512345678' })).toBe('525512345678')
})

test.each([
  ['+573000000001', true],
  ['+15550100', true],
  ['573000000001', false],
  ['+0573000000001', false],
  ['+57300', false],
  ['+1234567890123456', false],
  ['+57 300 0000001', false],
])('%s as E.164: %s', (text, expected) => {
  expect(isPhone(text)).toBe(expected)
})
