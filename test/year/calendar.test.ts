import { expect, test } from 'vitest'
import { isHoliday, mayWriteUnasked } from './calendar.js'

test('the holidays of 2026 are those of the printed calendar', () => {
  const days = Array.from({ length: 365 }, (_, i) =>
    new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10),
  )
  expect(days.filter(isHoliday)).toEqual([
    ...['2026-01-01', '2026-01-12', '2026-03-23', '2026-04-02', '2026-04-03', '2026-05-01'],
    ...['2026-05-18', '2026-06-08', '2026-06-15', '2026-06-29', '2026-07-20', '2026-08-07'],
    ...['2026-08-17', '2026-10-12', '2026-11-02', '2026-11-16', '2026-12-08', '2026-12-25'],
  ])
})

test.each([
  ['2026-03-10T12:00:00.000Z', true], // Tuesday, 7:00
  ['2026-03-10T11:59:00.000Z', false],
  ['2026-03-11T00:30:00.000Z', false], // 19:30
  ['2026-03-14T12:30:00.000Z', false], // Saturday, 7:30
  ['2026-03-15T15:00:00.000Z', false], // Sunday
  ['2026-04-03T15:00:00.000Z', false], // Good Friday
])('%s: %s', (at, allowed) => {
  expect(mayWriteUnasked(at)).toBe(allowed)
})
