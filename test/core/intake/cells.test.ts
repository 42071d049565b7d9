import { describe, expect, test } from 'vitest'
import { wordList } from '../../../src/core/business/word-list.js'
import { readDate } from '../../../src/core/intake/read-date.js'
import { isCutShort, readPhone } from '../../../src/core/intake/read-phone.js'
import { readSum } from '../../../src/core/intake/read-sum.js'
import { toDay } from '../../../src/core/understanding/civil.js'
import { MESSAGES } from '../flow/written.js'

describe('phones', () => {
  test.each([
    ['300 111 2233', 'CO', '+573001112233'],
    ['+57 (300) 111-2233', 'CO', '+573001112233'],
    ['573001112233', 'CO', '+573001112233'],
    ['0057 3001112233', 'MX', '+573001112233'],
    ["'+573001112233", 'CO', '+573001112233'],
    ['3001112233.0', 'CO', '+573001112233'],
    ['55 1234 5678', 'MX', '+525512345678'],
    ['5215512345678', 'MX', '+5215512345678'],
    ['11 2345-6789', 'AR', '+541123456789'],
    ['0991234567', 'EC', '+593991234567'],
    ['612 34 56 78', 'ES', '+34612345678'],
    ['+34 612 34 56 78', 'CO', '+34612345678'],
    ['8091234567', 'DO', '+18091234567'],
  ])('%s in %s', (written, country, phone) => {
    expect(readPhone(written, country)).toBe(phone)
  })
  test.each(['', 'abc', '123', '300111', 'ana 3001112233'])('%j is none', (written) => {
    expect(readPhone(written, 'CO')).toBeNull()
  })
  test('one that a sheet cut short is known as such', () => {
    expect(isCutShort('5,73001E+11')).toBe(true)
    expect(isCutShort('3001112233')).toBe(false)
  })
})

test.each([
  ['1500000', 1_500_000],
  ['$1.500.000', 1_500_000],
  ['1,500,000.00', 1_500_000],
  ['1.500.000,00 COP', 1_500_000],
  ['$ 1.500', 1_500],
  ['12,50', 13],
  ['US$ 99.99', 100],
  ['', null],
  ['gratis', null],
  ['-5', null],
])('the sum %j', (written, value) => {
  expect(readSum(written)).toBe(value)
})

describe('dates', () => {
  const months = wordList(MESSAGES, 'time.months')
  test.each([
    ['2025-03-10', 'dmy', toDay(2025, 3, 10)],
    ['2025-03-10 14:20', 'dmy', toDay(2025, 3, 10)],
    ['10/03/2025', 'dmy', toDay(2025, 3, 10)],
    ['10/03/2025', 'mdy', toDay(2025, 10, 3)],
    ['25/03/2025', 'mdy', toDay(2025, 3, 25)],
    ['10.3.25', 'dmy', toDay(2025, 3, 10)],
    ['10 de marzo de 2025', 'dmy', toDay(2025, 3, 10)],
    ['10-mar-25', 'dmy', toDay(2025, 3, 10)],
    ['2 sept 2024', 'dmy', toDay(2024, 9, 2)],
    ['45726', 'dmy', toDay(2025, 3, 10)],
    ['31/02/2025', 'dmy', null],
    ['ayer', 'dmy', null],
  ] as const)('%s read as %s', (written, order, day) => {
    expect(readDate(written, order, months)).toBe(day)
  })
})
