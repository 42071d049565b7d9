import { expect, test } from 'vitest'
import { SUMS } from '../../src/core/funnel/day-figures.js'
import { isoDay } from '../../src/core/schedule/local-time.js'
import { diagnosisRows, judgedAlerts } from '../../src/store/diagnosis-rows.js'
import { temporaryDatabase } from './_fixture.js'

const TODAY = 20_500
const PLACE = { timeZone: 'America/Bogota', currency: 'COP' }
const inquiry = (change: object) => ({
  contact_id: 'c',
  simulated: 0,
  opened_day: TODAY - 5,
  closed_day: null,
  outcome: null,
  rung: 'qualified',
  band: 2,
  quoted: null,
  told: 0,
  reasons: '',
  ...change,
})

test('counts the month that ends today and the one before', () => {
  const db = temporaryDatabase()
  const rows = [
    inquiry({ closed_day: TODAY, outcome: 'won', told: 1, reasons: 'a b' }),
    inquiry({ opened_day: TODAY - 80, closed_day: TODAY - 29, outcome: 'won' }),
    inquiry({ opened_day: TODAY - 80, closed_day: TODAY - 30, outcome: 'won' }),
    inquiry({ opened_day: TODAY - 14 }),
    inquiry({ opened_day: TODAY - 13, told: 1 }),
    inquiry({ opened_day: TODAY - 13, rung: 'lead' }),
    inquiry({
      opened_day: TODAY - 50,
      closed_day: TODAY - 10,
      outcome: 'lost',
      told: 1,
      reasons: 'a',
    }),
    inquiry({ closed_day: TODAY - 400, outcome: 'won', told: 1 }),
  ]
  for (const [at, rest] of rows.entries()) {
    const row = { id: `i${at}`, ...rest }
    const names = Object.keys(row)
    const marks = names.map((name) => `@${name}`).join(', ')
    db.raw.prepare(`insert into figure_inquiries (${names.join(', ')}) values (${marks})`).run(row)
  }
  expect(diagnosisRows(db, TODAY, PLACE)).toEqual({
    // Open today: the two undecided ones; the younger does not drag on.
    now: { people: 0, sales: 0, discounted: 0, open: 2, dragging: 1 },
    // A month ago the one lost since was open for twenty days, and the one won on the 29th for fifty.
    before: { people: 0, sales: 0, discounted: 0, open: 2, dragging: 2 },
  })
  expect(judgedAlerts(db, TODAY)).toEqual({
    ...{ good: 1, bad: 1, open: 1 },
    judged: [
      { good: true, reasons: ['a', 'b'] },
      { good: false, reasons: ['a'] },
    ],
  })
})

test('counts every sale of the month, and the discount of a quote for the first sale after it', () => {
  const db = temporaryDatabase()
  const at = (day: number): string => `${isoDay(TODAY + day)}T15:00:00.000Z`
  const insert = (table: string, row: Readonly<Record<string, string | number | null>>): void => {
    const names = Object.keys(row)
    const marks = names.map((name) => `@${name}`).join(', ')
    db.raw.prepare(`insert into ${table} (${names.join(', ')}) values (${marks})`).run(row)
  }
  const sale = (id: string, day: number, change: object = {}): void =>
    insert('sales', {
      ...{ id, contact_id: 'c', inquiry_id: 'c.1', amount: 100_000, currency: 'COP' },
      ...{ at: at(day), voided_at: null, discount: null, product: null, ...change },
    })
  const counted = Object.fromEntries(SUMS.map((sum) => [sum, 0]))
  insert('figure_people', {
    ...{ contact_id: 'c', day: TODAY, source: 'direct', simulated: 0, minutes: null },
    ...counted,
  })
  insert('quotes', {
    ...{ contact_id: 'c', inquiry_id: 'c.1', amount: 90_000, currency: 'COP', at: at(-8) },
    ...{ discount: 10, voided_at: null, sent_at: null, ref: 'q' },
  })
  sale('long-ago', -30)
  sale('quoted', -7)
  sale('again', -3)
  sale('cheaper', -2, { discount: 0 })
  sale('taken back', -1, { voided_at: at(-1) })
  sale('in dollars', -1, { currency: 'USD' })
  const { now, before } = diagnosisRows(db, TODAY, PLACE)
  expect([now.sales, now.discounted]).toEqual([3, 2])
  expect([before.sales, before.discounted]).toEqual([1, 0])
})
