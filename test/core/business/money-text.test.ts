import { describe, expect, it } from 'vitest'
import { money } from '../../../src/core/business/money-text.js'

describe('money', () => {
  it.each([
    [1_000_000, 'COP', 'CO', '$1.000.000'],
    [840_000, 'COP', 'CO', '$840.000'],
    [500, 'COP', 'CO', '$500'],
    [0, 'COP', 'CO', '$0'],
    [3360, 'MXN', 'MX', '$3,360'],
    [259_000, 'ARS', 'AR', '$259.000'],
    [336, 'EUR', 'ES', '336 €'],
    [1336.5, 'EUR', 'ES', '1.336,50 €'],
    [1500, 'PEN', 'PE', 'S/ 1,500'],
    [1234.5, 'USD', 'EC', '$1.234,50'],
    [1234.5, 'USD', 'US', '$1,234.50'],
    [2000, 'GTQ', 'GT', 'Q2,000'],
    [1_500_000, 'PYG', 'PY', '₲1.500.000'],
    [1500, 'USD', 'CO', 'US$1.500'],
    [1500, 'MXN', 'CO', '1.500 MXN'],
    [0.1 + 0.2, 'USD', 'US', '$0.30'],
  ])('%d %s in %s is %s', (amount, currency, country, text) => {
    expect(money(amount, currency, country)).toBe(text)
  })
})
