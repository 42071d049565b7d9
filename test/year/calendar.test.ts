import { expect, test } from 'vitest'
import { BOGOTA, instant, isHoliday, MADRID, mayWriteUnasked, wallTime } from './calendar.js'

const days = (year: number): readonly string[] =>
  Array.from({ length: 365 }, (_, i) =>
    new Date(Date.UTC(year, 0, 1 + i)).toISOString().slice(0, 10),
  )

test('the holidays of 2026 are those of the printed calendar', () => {
  expect(days(2026).filter((day) => isHoliday(BOGOTA, day))).toEqual([
    ...['2026-01-01', '2026-01-12', '2026-03-23', '2026-04-02', '2026-04-03', '2026-05-01'],
    ...['2026-05-18', '2026-06-08', '2026-06-15', '2026-06-29', '2026-07-20', '2026-08-07'],
    ...['2026-08-17', '2026-10-12', '2026-11-02', '2026-11-16', '2026-12-08', '2026-12-25'],
  ])
  expect(days(2027).filter((day) => isHoliday(MADRID, day))).toEqual([
    ...['2027-01-01', '2027-01-06', '2027-03-26', '2027-05-01', '2027-08-15', '2027-10-12'],
    ...['2027-11-01', '2027-12-06', '2027-12-08', '2027-12-25'],
  ])
})

test('the clock on the wall follows the seasons', () => {
  expect(wallTime(MADRID, '2027-03-27T09:30:00.000Z').minutes).toBe(10 * 60 + 30)
  expect(wallTime(MADRID, '2027-03-29T09:30:00.000Z').minutes).toBe(11 * 60 + 30)
  expect(instant(MADRID, '2027-03-27', '09:00')).toBe('2027-03-27T08:00:00.000Z')
  expect(instant(MADRID, '2027-03-29', '09:00')).toBe('2027-03-29T07:00:00.000Z')
  expect(instant(BOGOTA, '2027-03-29', '09:00')).toBe('2027-03-29T14:00:00.000Z')
})

test.each([
  ['2026-03-10T13:00:00.000Z', true], // Tuesday, 8:00
  ['2026-03-10T12:59:00.000Z', false],
  ['2026-03-10T23:01:00.000Z', false], // 18:01: the shop is closed
  ['2026-03-14T12:30:00.000Z', false], // Saturday, 7:30
  ['2026-03-14T18:30:00.000Z', false], // 13:30
  ['2026-03-15T15:00:00.000Z', false], // Sunday
  ['2026-04-03T15:00:00.000Z', false], // Good Friday
])('%s in Bogotá: %s', (at, allowed) => {
  expect(mayWriteUnasked(BOGOTA, at)).toBe(allowed)
})

test.each([
  ['2027-03-26T10:00:00.000Z', false], // Good Friday
  ['2027-03-25T08:00:00.000Z', true], // Thursday, 9:00 in winter
  ['2027-03-25T07:30:00.000Z', false],
  ['2027-03-29T07:00:00.000Z', true], // Monday, 9:00 in summer
  ['2027-03-29T16:30:00.000Z', false], // 18:30
])('%s in Madrid: %s', (at, allowed) => {
  expect(mayWriteUnasked(MADRID, at)).toBe(allowed)
})
