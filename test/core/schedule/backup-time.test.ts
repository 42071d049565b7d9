import { expect, test } from 'vitest'
import { backupRules } from '../../../src/core/business/backup-rules.js'
import { lastBackupTime } from '../../../src/core/schedule/backup-time.js'
import type { Iso } from '../../../src/core/types.js'

const SUNDAY = 6

test.each([
  ['2026-03-10T15:00:00.000Z', '2026-03-08T08:00:00.000Z'],
  ['2026-03-15T07:59:59.000Z', '2026-03-08T08:00:00.000Z'],
  ['2026-03-15T08:00:00.000Z', '2026-03-15T08:00:00.000Z'],
  ['2026-03-16T04:00:00.000Z', '2026-03-15T08:00:00.000Z'],
])('at %s the last Sunday at three was %s', (now, last) => {
  expect(lastBackupTime({ weekday: SUNDAY }, 'America/Bogota', now as Iso)).toBe(last)
})

test('whoever turned it off has none, and a file that says nothing has eight, on Sundays', () => {
  const off = backupRules({ day: 'off' })
  expect(lastBackupTime(off, 'America/Bogota', '2026-03-10T15:00:00.000Z' as Iso)).toBeNull()
  expect(backupRules(undefined)).toEqual({ folder: 'backups', keep: 8, weekday: SUNDAY })
})
