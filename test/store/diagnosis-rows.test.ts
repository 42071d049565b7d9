import { expect, test } from 'vitest'
import { diagnosisRows, judgedAlerts } from '../../src/store/diagnosis-rows.js'
import { temporaryDatabase } from './_fixture.js'

const TODAY = 20_500
const inquiry = (change: object) => ({
  contact_id: 'c',
  simulated: 0,
  opened_day: TODAY - 5,
  closed_day: null,
  outcome: null,
  rung: 'qualified',
  band: 2,
  quoted: null,
  discounted: 0,
  told: 0,
  reasons: '',
  ...change,
})

test('counts the month that ends today and the one before', () => {
  const db = temporaryDatabase()
  const rows = [
    inquiry({ closed_day: TODAY, outcome: 'won', discounted: 1, told: 1, reasons: 'a b' }),
    inquiry({ opened_day: TODAY - 80, closed_day: TODAY - 29, outcome: 'won' }),
    inquiry({ opened_day: TODAY - 80, closed_day: TODAY - 30, outcome: 'won', discounted: 1 }),
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
  expect(diagnosisRows(db, TODAY)).toEqual({
    // Open today: the two undecided ones; the younger does not drag on.
    now: { people: 0, sales: 2, discounted: 1, open: 2, dragging: 1 },
    // A month ago the one lost since was open for twenty days, and the one won on the 29th for fifty.
    before: { people: 0, sales: 1, discounted: 1, open: 2, dragging: 2 },
  })
  expect(judgedAlerts(db, TODAY)).toEqual({
    judged: [
      { good: true, reasons: ['a', 'b'] },
      { good: false, reasons: ['a'] },
    ],
    open: 1,
  })
})
