import { z } from 'zod'
import { strict } from '../flow/condition-shape.js'
import { toDay } from '../understanding/civil.js'
import type { ContactPolicy, Holidays, Interval } from './types.js'
import { intervalOf, WEEKDAYS, weekFields } from './week.js'

/** What a business sets of how it writes to whoever did not ask for it, beside what its country says. */
export type ContactRules = {
  /** Monday first; null where the country's hours hold. */
  readonly hours: readonly (readonly Interval[] | null)[]
  readonly perDay: number | null
  readonly perWeek: number | null
  /** Days on which the business rests besides the country's holidays. */
  readonly rest: readonly RestDay[]
}

/** `year` null: every year. */
type RestDay = {
  readonly year: number | null
  readonly month: number
  readonly date: number
}

const REST = /^(?:(\d{4})-)?(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const cap = z.number().int().min(0).optional()

/** `contact` in `flows/business.yaml`: every part may be left out. */
export const contactShape = strict({
  hours: strict(weekFields).partial().optional(),
  perDay: cap,
  perWeek: cap,
  rest: z.array(z.string().regex(REST, { error: 'flows.bad_rest_day' })).optional(),
}).optional()

export function contactRules(raw: z.infer<typeof contactShape>): ContactRules {
  return {
    hours: WEEKDAYS.map((day) => raw?.hours?.[day]?.map(intervalOf) ?? null),
    perDay: raw?.perDay ?? null,
    perWeek: raw?.perWeek ?? null,
    rest: (raw?.rest ?? []).map(restDay),
  }
}

function restDay(text: string): RestDay {
  const [, year, month, date] = REST.exec(text) ?? []
  return {
    year: year === undefined ? null : Number(year),
    month: Number(month),
    date: Number(date),
  }
}

/**
 * The hours and limits that hold. Where the country has rules of its own (`isLaw`) a business can only be
 * stricter: hours count where both allow them, of two limits the lower one. Elsewhere its own word counts.
 */
export function policyFor(
  policy: ContactPolicy,
  rules: ContactRules,
  isLaw: boolean,
): ContactPolicy {
  const { perDay, perWeek } = rules
  const limit = (ours: number | null, theirs: number): number => {
    if (ours === null) return theirs
    return isLaw ? Math.min(ours, theirs) : ours
  }
  return {
    ...policy,
    hours: policy.hours.map((theirs, weekday) => {
      const ours = rules.hours[weekday] ?? null
      if (ours === null) return theirs
      return isLaw ? shared(ours, theirs) : ours
    }),
    perDay: limit(perDay, policy.perDay),
    perWeek: limit(perWeek, policy.perWeek),
  }
}

/** The stretches that lie in one of each. */
function shared(a: readonly Interval[], b: readonly Interval[]): readonly Interval[] {
  return a.flatMap(([from, to]) =>
    b
      .map(([start, end]): Interval => [Math.max(from, start), Math.min(to, end)])
      .filter(([start, end]) => start < end),
  )
}

/** For as many years as the country's holidays are worked out. */
const YEARS = { first: 2020, last: 2045 }

/** The country's holidays and the business's own days of rest. */
export function withRestDays(holidays: Holidays, { rest }: ContactRules): Holidays {
  if (rest.length === 0) return holidays
  const all = Array.from({ length: YEARS.last - YEARS.first + 1 }, (_, at) => YEARS.first + at)
  const days = rest.flatMap(({ year, month, date }) =>
    (year === null ? all : [year]).map((each) => toDay(each, month, date)),
  )
  return new Set([...holidays, ...days])
}
