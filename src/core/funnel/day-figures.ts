/**
 * What became of everybody who wrote first on one day and came from one source. Plain sums, so that
 * those of two days can be added. `people` counts everybody; the stages count whoever reached them.
 */
export type DayFigures = {
  /** Local day (days since 1970) of the first message. */
  readonly day: number
  readonly source: string
} & { readonly [S in Sum]: number }

export const SUMS = [
  'people',
  'leads',
  'qualified',
  'opportunities',
  'customers',
  /** Wrote again after they were answered. */
  'answered',
  /** Were written to by a person. */
  'attended',
  /** Inquiries in which a meeting was asked for. */
  'meetings',
  'sales',
  /** Whole units of the business's currency. */
  'revenue',
  /** Customers with more than one sale. */
  'repeats',
  /** Customers who sent somebody. */
  'referrers',
  /** Inquiries. */
  'won',
  'lost',
  /** By their newest answer. */
  'promoters',
  'passives',
  'detractors',
] as const

export type Sum = (typeof SUMS)[number]
export type Sums = { readonly [S in Sum]: number }

/** One value for each of the sums. */
export function eachSum<T>(of: (sum: Sum) => T): { readonly [S in Sum]: T } {
  return {
    people: of('people'),
    leads: of('leads'),
    qualified: of('qualified'),
    opportunities: of('opportunities'),
    customers: of('customers'),
    answered: of('answered'),
    attended: of('attended'),
    meetings: of('meetings'),
    sales: of('sales'),
    revenue: of('revenue'),
    repeats: of('repeats'),
    referrers: of('referrers'),
    won: of('won'),
    lost: of('lost'),
    promoters: of('promoters'),
    passives: of('passives'),
    detractors: of('detractors'),
  }
}

/** The sums of several days together. */
export function added(days: readonly Sums[]): Sums {
  return eachSum((sum) => days.reduce((total, day) => total + day[sum], 0))
}
