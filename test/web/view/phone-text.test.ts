import { expect, test } from 'vitest'
import { phoneEnd, phoneText } from '../../../src/web/view/phone-text.js'

test.each([
  ['+573105550101', '+57 310 555 0101'],
  ['+34655550101', '+34 655 550 101'],
  ['+525555550101', '+52 555 555 0101'],
  ['+50685550101', '+506 8555 0101'],
  ['+18095550101', '+1 809 555 0101'],
  ['hidden', 'hidden'],
])('%s is written as %s', (phone, text) => {
  expect(phoneText(phone).replaceAll('\u00a0', ' ')).toBe(text)
})

test('the end of a number is enough to know it by', () => {
  expect(phoneEnd('+573105550101').replaceAll('\u00a0', ' ')).toBe('··· 0101')
})
