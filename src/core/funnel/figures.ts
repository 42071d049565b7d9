import { civil } from '../schedule/local-time.js'
import { toDay } from '../understanding/civil.js'
import { added, type DayFigures, type Sums } from './day-figures.js'
import { HORIZONS, type Horizon, horizonOf } from './horizon.js'

/** Money spent on one source; `day` is local. */
type Spend = { readonly day: number; readonly source: string; readonly amount: number }

/** Half of those whom a person answered waited no longer than so many minutes. */
export type Waited = { readonly [W in Horizon | 'all']: number | null } & {
  /** The same by the first day of the month in which they wrote first. */
  readonly months: readonly { readonly day: number; readonly minutes: number | null }[]
}

export type FigureRows = {
  readonly days: readonly DayFigures[]
  readonly spend: readonly Spend[]
  readonly waited: Waited
  readonly today: number
}

/** One slice of the business: of a horizon, a month, a source or all of it. Null is not known yet. */
export type Figures = {
  readonly sums: Sums
  readonly spent: number
  readonly costPerLead: number | null
  /** Rates are 0 to 1. */
  readonly responseRate: number | null
  readonly firstAnswerMinutes: number | null
  /** From one stage to the next: lead, qualified, opportunity, customer. */
  readonly steps: readonly (number | null)[]
  readonly winRate: number | null
  readonly repurchaseRate: number | null
  readonly referralRate: number | null
  /** -100 to 100. */
  readonly nps: number | null
  readonly ltv: number | null
  readonly cac: number | null
  /** Lifetime value against acquisition cost: three at least is healthy. */
  readonly ratio: number | null
  /** Whoever money was spent on or came from, most leads first. */
  readonly sources: readonly SourceFigures[]
}

export type SourceFigures = {
  readonly source: string
  readonly leads: number
  readonly spent: number
  readonly costPerLead: number | null
}

export type Cohort = {
  /** A day of its month. */
  readonly day: number
  readonly figures: Figures
}

export type AllFigures = {
  readonly all: Figures
  readonly horizons: { readonly [H in Horizon]: Figures }
  /** By the month of the first message, the newest first. */
  readonly cohorts: readonly Cohort[]
}

/**
 * Every figure of the business, by how long ago people wrote first, by the month in which they did and
 * by source. Money counts where it was spent in the same time: what brought somebody is not asked.
 */
export function figuresOf({ days, spend, waited, today }: FigureRows): AllFigures {
  const of = (horizon: Horizon): Figures => {
    const isOf = ({ day }: { readonly day: number }) => horizonOf(today - day) === horizon
    return slice(days.filter(isOf), spend.filter(isOf), waited[horizon])
  }
  const [short, medium, long] = HORIZONS.map(of)
  const all = slice(days, spend, waited.all)
  return {
    all,
    horizons: { short: short ?? all, medium: medium ?? all, long: long ?? all },
    cohorts: cohortsOf(days, spend, waited.months),
  }
}

function slice(
  days: readonly DayFigures[],
  spend: readonly Spend[],
  waited: number | null,
): Figures {
  const sums = added(days)
  const spent = spend.reduce((sum, { amount }) => sum + amount, 0)
  const { people, leads, qualified, opportunities, customers, won, lost } = sums
  const { promoters, passives, detractors } = sums
  const [ltv, cac] = [part(sums.revenue, customers), spent === 0 ? null : part(spent, customers)]
  const nps = part(promoters - detractors, promoters + passives + detractors)
  return {
    sums,
    spent,
    costPerLead: spent === 0 ? null : part(spent, leads),
    responseRate: part(sums.answered, people),
    firstAnswerMinutes: waited,
    steps: [
      part(leads, people),
      part(qualified, leads),
      part(opportunities, qualified),
      part(customers, opportunities),
    ],
    winRate: part(won, won + lost),
    repurchaseRate: part(sums.repeats, customers),
    referralRate: part(sums.referrers, customers),
    nps: nps === null ? null : Math.round(nps * 100),
    ltv,
    cac,
    ratio: ltv === null || cac === null ? null : part(ltv, cac),
    sources: sourcesOf(days, spend),
  }
}

function part(some: number, of: number): number | null {
  return of === 0 ? null : some / of
}

function sourcesOf(days: readonly DayFigures[], spend: readonly Spend[]): readonly SourceFigures[] {
  const names = [...new Set([...days, ...spend].map(({ source }) => source))]
  return names
    .map((source) => {
      const leads = added(days.filter((day) => day.source === source)).leads
      const spent = spend
        .filter((each) => each.source === source)
        .reduce((sum, { amount }) => sum + amount, 0)
      return { source, leads, spent, costPerLead: spent === 0 ? null : part(spent, leads) }
    })
    .filter(({ leads, spent }) => leads > 0 || spent > 0)
    .toSorted((a, b) => b.leads - a.leads || b.spent - a.spent)
}

/** So many months are told apart by how long people waited. */
const MONTHS = 12

/** The first days of this month and of those before it, the newest first. */
export function monthStarts(today: number): readonly number[] {
  const { year, month } = civil(today)
  return Array.from({ length: MONTHS }, (_, ago) => {
    const months = year * 12 + month - 1 - ago
    return toDay(Math.floor(months / 12), (months % 12) + 1, 1)
  })
}

function cohortsOf(
  days: readonly DayFigures[],
  spend: readonly Spend[],
  waits: Waited['months'],
): readonly Cohort[] {
  const months = new Map<string, { days: DayFigures[]; spend: Spend[]; first: number }>()
  const of = (day: number) => {
    const { year, month } = civil(day)
    const key = `${year}-${String(month).padStart(2, '0')}`
    const found = months.get(key) ?? { days: [], spend: [], first: day }
    months.set(key, found)
    return found
  }
  for (const day of days) of(day.day).days.push(day)
  for (const each of spend) of(each.day).spend.push(each)
  return [...months.entries()]
    .toSorted(([a], [b]) => b.localeCompare(a))
    .map(([, cohort]) => {
      const start = cohort.first - civil(cohort.first).date + 1
      const waited = waits.find(({ day }) => day === start)?.minutes ?? null
      return { day: cohort.first, figures: slice(cohort.days, cohort.spend, waited) }
    })
}
