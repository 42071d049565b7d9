import type { WeekCounts } from './report.js'

/** What a week of this business is like; `weeks` are those it rests on. */
export type Usual = WeekCounts & { readonly weeks: number }

export type Compared = 'more' | 'less' | 'same' | 'unknown'

/** So many times the play of chance is no chance any more. */
const NOTABLE = 2
/** Of one week nobody knows what is usual. */
const LEAST_WEEKS = 2

/** The average of the weeks before; null where there are none. */
export function usualOf(earlier: readonly WeekCounts[]): Usual | null {
  const weeks = earlier.length
  if (weeks === 0) return null
  const mean = (of: keyof WeekCounts): number =>
    earlier.reduce((sum, week) => sum + week[of], 0) / weeks
  return {
    weeks,
    people: mean('people'),
    leads: mean('leads'),
    qualified: mean('qualified'),
    sales: mean('sales'),
    revenue: mean('revenue'),
  }
}

/**
 * Whether a count is out of the ordinary. Counts of what happens now and then play about their average by
 * its root, and so does the average itself: four where two are usual is chance, forty where twenty are is not.
 */
export function compared(count: number, usual: number, weeks: number): Compared {
  if (weeks < LEAST_WEEKS) return 'unknown'
  const chance = Math.sqrt(Math.max(1, usual) * (1 + 1 / weeks))
  if (Math.abs(count - usual) < NOTABLE * chance) return 'same'
  return count > usual ? 'more' : 'less'
}
