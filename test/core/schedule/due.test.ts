import { describe, expect, it } from 'vitest'
import { addDuration, occurrenceId, parseDuration } from '../../../src/core/schedule/due.js'
import type { Iso } from '../../../src/core/types.js'

const iso = (text: string): Iso => text as Iso

describe('what is due', () => {
  it.each([
    ['2026-03-10T15:00:00.000Z', 'PT15M', 'America/Bogota', '2026-03-10T15:15:00.000Z'],
    ['2026-03-10T15:00:30.500Z', 'P1D', 'America/Bogota', '2026-03-11T15:00:30.500Z'],
    ['2026-03-10T15:00:00.000Z', 'P1DT2H', 'America/Bogota', '2026-03-11T17:00:00.000Z'],
    ['2026-03-10T15:00:00.000Z', 'P2W', 'America/Bogota', '2026-03-24T15:00:00.000Z'],
    ['2026-01-31T15:00:00.000Z', 'P1M', 'America/Bogota', '2026-02-28T15:00:00.000Z'],
    // the same hour on the clock, one hour less in between
    ['2026-03-28T15:00:00.000Z', 'P1D', 'Europe/Madrid', '2026-03-29T14:00:00.000Z'],
    ['2026-03-28T15:00:00.000Z', 'PT24H', 'Europe/Madrid', '2026-03-29T15:00:00.000Z'],
  ])('%s and %s in %s', (from, duration, zone, to) => {
    expect(addDuration(iso(from), duration, zone)).toBe(to)
  })

  it.each(['', 'P', 'PT', 'P1', '1D', 'P1DT', 'P-1D', 'P1.5D', 'P1H'])('refuses %j', (text) => {
    expect(parseDuration(text)).toBeNull()
    expect(() => addDuration(iso('2026-03-10T15:00:00.000Z'), text, 'America/Bogota')).toThrow(
      `"${text}"`,
    )
  })

  it('gives the same id to the same occurrence and to no other', () => {
    expect(occurrenceId('silence', 'c1', 2)).toBe(occurrenceId('silence', 'c1', 2))
    expect(occurrenceId('a/b', 'c')).not.toBe(occurrenceId('a', 'b/c'))
  })
})
