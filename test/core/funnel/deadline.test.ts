import { expect, test } from 'vitest'
import { deadlineDay, urgencyOf } from '../../../src/core/funnel/deadline.js'
import type { Iso, Slot, SlotValue, Urgency } from '../../../src/core/types.js'

const ZONE = 'America/Bogota'
/** 10 March 2026 as a day number. */
const TENTH = Date.UTC(2026, 2, 10) / 86_400_000

function slot(value: SlotValue, at = '2026-03-10T15:00:00.000Z'): Slot {
  return { status: 'known', value, said: '', confidence: 1, message: null, at: at as Iso }
}

const within = (days: Urgency['days']): Urgency => ({ bucket: 'month', days })

test.each<[string, Slot | undefined, number | null]>([
  ['nothing known', undefined, null],
  [
    'declined',
    { status: 'declined', said: 'paso', message: null, at: '2026-03-10T15:00:00.000Z' as Iso },
    null,
  ],
  ['a wish without days', slot({ bucket: 'now', days: null }), null],
  ['a date', slot(within([17, 17])), TENTH + 17],
  ['a range: its end counts', slot(within([34, 38])), TENTH + 38],
  ['an open end: its beginning counts', slot(within([82, null])), TENTH + 82],
  ['today', slot(within([0, 0])), TENTH],
  [
    'said at night, when it is tomorrow in UTC',
    slot(within([1, 1]), '2026-03-11T03:00:00.000Z'),
    TENTH + 1,
  ],
])('deadlineDay: %s', (_, urgency, day) => {
  expect(deadlineDay(urgency, ZONE)).toBe(day)
})

test('only an urgency is an urgency', () => {
  expect(urgencyOf(slot('mañana'))).toBeNull()
  expect(urgencyOf(slot({ min: 1, max: 1, currency: null, none: false }))).toBeNull()
  expect(urgencyOf(slot(within([1, 1])))).toEqual(within([1, 1]))
})
