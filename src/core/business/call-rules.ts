import { z } from 'zod'
import { strict } from '../flow/condition-shape.js'
import { minuteOf, WEEKDAYS } from './week.js'

/** When whom to call, of those who buy most: the calls that have no other reason. */
export type CallRules = {
  /** Weekday, 0 is Monday, and minute of the day at which the week's list comes; null when it does not. */
  readonly list: { readonly weekday: number; readonly minute: number } | null
  /** Minute of the day of a call for which only the day was said. */
  readonly at: number
  /** So many people are listed at once. */
  readonly most: number
  /** Days since the last call before somebody is listed again. */
  readonly rest: number
  /** Nobody is listed within so many days of a sale or of a question of how it went. */
  readonly afterSale: number
  readonly afterSurvey: number
  /** Who counts as a key account without being marked: all three of these. */
  readonly special: {
    readonly spent: number
    readonly sales: number
    /** Days since the last sale. */
    readonly within: number
  }
}

const DAYS: readonly string[] = WEEKDAYS
const LIST = new RegExp(`^(?:off|(?:${WEEKDAYS.join('|')}) (?:[01]?\\d|2[0-3]):[0-5]\\d)$`)
const count = z.number().int().min(0)
const some = z.number().int().positive({ error: 'flows.not_positive' })

/** `calls` in `flows/business.yaml`: every part has a default. */
export const callsShape = strict({
  list: z.string().regex(LIST, { error: 'flows.bad_call_list' }).optional(),
  at: z
    .string()
    .regex(/^([01]?\d|2[0-3]):[0-5]\d$/, { error: 'flows.bad_clock' })
    .optional(),
  most: some.optional(),
  rest: count.optional(),
  afterSale: count.optional(),
  afterSurvey: count.optional(),
  special: strict({
    spent: z.number().min(0).optional(),
    sales: some.optional(),
    within: some.optional(),
  }).optional(),
}).optional()

export function callRules(raw: z.infer<typeof callsShape>): CallRules {
  return {
    list: raw?.list === 'off' ? null : listOf(raw?.list ?? 'lunes 9:00'),
    at: minuteOf(raw?.at ?? '10:00'),
    most: raw?.most ?? 3,
    rest: raw?.rest ?? 21,
    afterSale: raw?.afterSale ?? 10,
    afterSurvey: raw?.afterSurvey ?? 7,
    special: {
      spent: raw?.special?.spent ?? 0,
      sales: raw?.special?.sales ?? 3,
      within: raw?.special?.within ?? 365,
    },
  }
}

/** `lunes 9:00`. */
function listOf(text: string): NonNullable<CallRules['list']> {
  const [weekday = '', clock = ''] = text.split(' ')
  return { weekday: DAYS.indexOf(weekday), minute: minuteOf(clock) }
}
