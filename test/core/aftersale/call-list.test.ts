import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  type Account,
  callList,
  isKeyAccount,
  mayBeCalled,
  owedCalls,
} from '../../../src/core/aftersale/call-list.js'
import { lastTold } from '../../../src/core/aftersale/last-told.js'
import { nextCallList } from '../../../src/core/schedule/call-list-time.js'
import { isoOf } from '../../../src/core/schedule/local-time.js'
import type { ContactId, Iso } from '../../../src/core/types.js'
import { toDay } from '../../../src/core/understanding/civil.js'
import { bogota, hilvan } from '../business/hilvan.js'
import { spanish } from '../schedule/spanish.js'

const DAY = 86_400_000
const NOW = bogota(10, '10:00')
const ago = (days: number): Iso => isoOf(Date.parse(NOW) - days * DAY)

function account(rest: Partial<Account> = {}): Account {
  return {
    id: 'ana' as ContactId,
    vip: true,
    sales: 1,
    spent: 840_000,
    bought: [],
    satisfaction: null,
    firstSaleAt: ago(90),
    lastSaleAt: ago(90),
    touchedAt: null,
    notes: [],
    firstListedAt: null,
    lastListedAt: null,
    owed: false,
    surprisedAt: null,
    surveyedAt: null,
    openTickets: 0,
    optedOut: false,
    planned: false,
    manager: null,
    ...rest,
  }
}

const shop = {
  ...hilvan,
  calls: { ...hilvan.calls, special: { spent: 2_000_000, sales: 2, within: 365 } },
}

describe('a key account', () => {
  const bought = { vip: false, spent: 2_000_000, sales: 2, lastSaleAt: ago(365) }

  it.each<[string, Partial<Account>, boolean]>([
    ['was marked', { vip: true, sales: 0, spent: 0, lastSaleAt: null }, true],
    ['or bought enough, often enough, and lately', bought, true],
    ['but not for less', { ...bought, spent: 1_999_999 }, false],
    ['nor all at once', { ...bought, sales: 1 }, false],
    ['nor long ago', { ...bought, lastSaleAt: ago(366) }, false],
  ])('%s', (_, rest, expected) => {
    expect(isKeyAccount(account(rest), NOW, shop)).toBe(expected)
  })
})

describe('a call without a reason', () => {
  it.each<[string, Partial<Account>, boolean]>([
    ['comes at a good moment', {}, true],
    ['not before three weeks since the last', { touchedAt: ago(20) }, false],
    ['but after them', { touchedAt: ago(21) }, true],
    ['never close to a sale', { lastSaleAt: ago(9) }, false],
    ['but ten days after it', { lastSaleAt: ago(10) }, true],
    ['never close to a question', { surveyedAt: ago(6) }, false],
    ['but a week after it', { surveyedAt: ago(7) }, true],
    ['never with something unsettled', { openTickets: 1 }, false],
    ['never to whoever wants to be left alone', { optedOut: true }, false],
    ['nor where one is planned already', { planned: true }, false],
  ])('%s', (_, rest, expected) => {
    expect(mayBeCalled(account(rest), NOW, shop)).toBe(expected)
    expect(callList([account(rest)], NOW, shop)).toHaveLength(expected ? 1 : 0)
  })

  it('goes first to whoever has waited longest, and to so many at once', () => {
    const named = (id: string, days: number): Account =>
      account({ id: id as ContactId, touchedAt: ago(days) })
    const listed = callList(
      [named('b', 40), named('d', 25), named('a', 60), named('c', 30)],
      NOW,
      shop,
    )
    expect(listed.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })

  it('is owed after a month on the list, once', () => {
    const waits = { touchedAt: ago(80), firstListedAt: ago(30), lastListedAt: ago(2) }
    expect(owedCalls([account(waits)], NOW, shop)).toHaveLength(1)
    expect(owedCalls([account({ ...waits, owed: true })], NOW, shop)).toEqual([])
    expect(owedCalls([account({ ...waits, firstListedAt: ago(29) })], NOW, shop)).toEqual([])
  })
})

/** One owner's week: whether they call the first, the second and the third of the list. */
const week = fc.tuple(fc.boolean(), fc.boolean(), fc.boolean())

test('every key account is listed in its period over a year, whatever the owner does', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.array(week, { minLength: 52, maxLength: 52 }),
      (count, weeks) => {
        const period = Math.ceil(count / shop.calls.most) * 7 + shop.calls.rest + 7
        let accounts = Array.from({ length: count }, (_, n) =>
          account({ id: `a${n}` as ContactId, firstSaleAt: ago(n + 20) }),
        )
        const last = new Map(accounts.map(({ id }) => [id, NOW]))
        weeks.forEach((calls, n) => {
          const now = isoOf(Date.parse(NOW) + n * 7 * DAY)
          const listed = callList(accounts, now, shop).map(({ id }) => id)
          expect(new Set(listed).size).toBe(listed.length)
          for (const id of listed) last.set(id, now)
          accounts = accounts.map((each) => {
            const place = listed.indexOf(each.id)
            if (place < 0) return each
            return calls[place] === true
              ? { ...each, touchedAt: now, firstListedAt: null, lastListedAt: null }
              : { ...each, lastListedAt: now }
          })
          for (const [id, at] of last) {
            expect([id, (Date.parse(now) - Date.parse(at)) / DAY <= period]).toEqual([id, true])
          }
        })
      },
    ),
    { numRuns: 30 },
  )
})

describe('what they told last', () => {
  it.each<[readonly string[], string | null]>([
    [['todo bien, se va de viaje en mayo'], 'se va de viaje en mayo'],
    [['la hija entra a la universidad', 'todo bien'], 'la hija entra a la universidad'],
    [
      ['abre otro local', 'Muy bien. La feria fue un éxito; viaja en julio'],
      'La feria fue un éxito, viaja en julio',
    ],
    [['todo bien'], 'todo bien'],
    [[''], null],
    [[], null],
  ])('%j', (notes, expected) => {
    expect(lastTold(notes, spanish)).toBe(expected)
  })
})

describe('the week’s list', () => {
  it.each<[string, Iso, Iso]>([
    ['comes on Monday', bogota(10, '10:00'), bogota(16, '09:00')],
    ['once', bogota(16, '09:00'), bogota(24, '09:00')],
    ['on Tuesday where Monday is a holiday', bogota(20, '09:00'), bogota(24, '09:00')],
    ['and then on the next Monday', bogota(24, '09:00'), bogota(30, '09:00')],
  ])('%s', (_, after, expected) => {
    expect(nextCallList(hilvan, new Set([toDay(2026, 3, 23)]), after)).toBe(expected)
  })

  it('does not come where it was turned off', () => {
    const off = { ...hilvan, calls: { ...hilvan.calls, list: null } }
    expect(nextCallList(off, new Set(), NOW)).toBeNull()
  })
})
