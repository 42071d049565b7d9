import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ContactState, Ticket } from '../../../src/core/conversation/types.js'
import { mayAskReferral } from '../../../src/core/referral/may-ask.js'
import type { Iso } from '../../../src/core/types.js'

const NOW = '2026-03-10T15:00:00.000Z' as Iso
const RULES = { now: NOW, timeZone: 'America/Bogota', everyDays: 90, isBusiness: false }
const TICKET = { number: 5, status: 'open' } as Ticket

type Customer = Parameters<typeof mayAskReferral>[0]

const HAPPY: Customer = {
  consent: 'none',
  purchases: 1,
  satisfaction: nps(9),
  tickets: [],
  referring: { code: null, askedAt: null },
}

function nps(score: number | null): ContactState['satisfaction'] {
  return { kind: 'nps', score, good: (score ?? 0) >= 9, at: NOW }
}

function checkIn(good: boolean): ContactState['satisfaction'] {
  return { kind: 'check_in', score: null, good, at: NOW }
}

function askedOn(at: string): Partial<Customer> {
  return { referring: { code: 'HILO-K7', askedAt: at as Iso } }
}

test.each<[string, Partial<Customer>, string]>([
  ['a nine', {}, 'yes'],
  ['a ten', { satisfaction: nps(10) }, 'yes'],
  ['an eight', { satisfaction: nps(8) }, 'unhappy'],
  ['a two', { satisfaction: nps(2) }, 'unhappy'],
  ['an answer without a figure', { satisfaction: nps(null) }, 'unhappy'],
  ['never asked how it went', { satisfaction: null }, 'unhappy'],
  ['a good check-in, as a person', { satisfaction: checkIn(true) }, 'unhappy'],
  ['a ticket that is open', { tickets: [TICKET] }, 'ticket'],
  ['a ticket asked about', { tickets: [{ ...TICKET, status: 'asked' }] }, 'ticket'],
  ['asked 89 days ago', askedOn('2025-12-11T15:00:00.000Z'), 'asked'],
  ['asked 90 days ago', askedOn('2025-12-10T15:00:00.000Z'), 'yes'],
  ['opted out', { consent: 'opted_out' }, 'opted_out'],
  ['never bought', { purchases: 0 }, 'no_sale'],
])('%s: %j → %s', (_, change, expected) => {
  const allowed = mayAskReferral({ ...HAPPY, ...change }, RULES)
  expect(allowed.kind === 'yes' ? 'yes' : allowed.why).toBe(expected)
})

test.each<[string, ContactState['satisfaction'], string]>([
  ['a good check-in', checkIn(true), 'yes'],
  ['a bad check-in', checkIn(false), 'unhappy'],
  ['a six', nps(6), 'unhappy'],
  ['an expectation met', { kind: 'expectation', score: 5, good: true, at: NOW }, 'unhappy'],
])('a business, after %s', (_, satisfaction, expected) => {
  const allowed = mayAskReferral({ ...HAPPY, satisfaction }, { ...RULES, isBusiness: true })
  expect(allowed.kind === 'yes' ? 'yes' : allowed.why).toBe(expected)
})

test('nobody unhappy, waiting or gone is ever asked, whatever else is true of them', () => {
  const customers = fc.record({
    consent: fc.constantFrom<ContactState['consent'][]>('none', 'granted', 'opted_out'),
    purchases: fc.nat({ max: 3 }),
    satisfaction: fc.option(
      fc.record({
        kind: fc.constantFrom('nps' as const, 'check_in' as const, 'expectation' as const),
        score: fc.option(fc.integer({ min: 0, max: 10 })),
        good: fc.boolean(),
        at: fc.constant(NOW),
      }),
    ),
    tickets: fc.array(fc.constant(TICKET), { maxLength: 2 }),
    referring: fc.record({
      code: fc.constant(null),
      askedAt: fc.option(fc.constantFrom(NOW, '2025-01-01T00:00:00.000Z' as Iso)),
    }),
  })
  fc.assert(
    fc.property(customers, fc.boolean(), (customer, isBusiness) => {
      if (mayAskReferral(customer, { ...RULES, isBusiness }).kind === 'no') return
      expect(customer.consent).not.toBe('opted_out')
      expect(customer.tickets).toEqual([])
      expect(customer.satisfaction?.good).toBe(true)
      expect(customer.referring.askedAt).not.toBe(NOW)
      if (customer.satisfaction?.kind === 'nps') {
        expect(customer.satisfaction.score).toBeGreaterThanOrEqual(9)
      } else expect(isBusiness).toBe(true)
    }),
  )
})
