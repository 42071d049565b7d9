import type { InquiryState } from '../conversation/types.js'
import { localTime } from '../schedule/local-time.js'
import { MINUTE } from '../schedule/units.js'
import { type Iso, type Referral, STAGES, type Stage } from '../types.js'
import type { Sums } from './day-figures.js'
import { type Band, bandOf, type Rung } from './odds.js'
import { sourceName } from './source-name.js'

/** What the rows about one contact say, as far as figures look at it. */
export type PersonFacts = {
  readonly stage: Stage | null
  readonly source: Referral | null
  readonly isReferred: boolean
  readonly createdAt: Iso
  /** Their own first and last messages. */
  readonly firstWroteAt: Iso | null
  readonly lastWroteAt: Iso | null
  /** When the bot or a person first wrote to them, and when a person did. */
  readonly firstSaidAt: Iso | null
  readonly firstHumanAt: Iso | null
  /** Not voided, in the business's own money. */
  readonly sales: readonly number[]
  readonly referrals: number
  /** 0 to 10, the newest answer. */
  readonly nps: number | null
  readonly inquiries: readonly Pick<InquiryState, 'asked' | 'outcome'>[]
}

export type CountedPerson = {
  readonly day: number
  readonly source: string
  /** From their first message to the first of a person, whole minutes. */
  readonly minutes: number | null
  readonly sums: Sums
}

/**
 * What one contact adds to the figures; null for whoever was only on a list, and for whoever writes to
 * somebody else on a number that is also private: they never became a visitor.
 */
export function countPerson(facts: PersonFacts, timeZone: string): CountedPerson | null {
  const { stage, sales, firstWroteAt, inquiries } = facts
  const bought = sales.length > 0
  if (!bought && rank(stage) < rank('visitor')) return null
  const first = firstWroteAt ?? facts.createdAt
  const minutes = minutesToPerson(facts)
  const reached = (least: Stage): number => Number(rank(stage) >= rank(least) || bought)
  return {
    day: localTime(first, timeZone).day,
    source: sourceName(facts.source, facts.isReferred),
    minutes,
    sums: {
      people: 1,
      leads: reached('lead'),
      qualified: reached('qualified'),
      opportunities: reached('opportunity'),
      customers: reached('customer'),
      answered: Number(wroteBack(facts)),
      attended: Number(minutes !== null),
      meetings: inquiries.filter(({ asked }) => asked.meeting).length,
      sales: sales.length,
      revenue: sales.reduce((sum, amount) => sum + amount, 0),
      repeats: Number(sales.length > 1),
      referrers: Number(facts.referrals > 0 && reached('customer') === 1),
      won: inquiries.filter(({ outcome }) => outcome?.kind === 'won').length,
      lost: inquiries.filter(({ outcome }) => outcome?.kind === 'lost').length,
      ...opinionOf(facts.nps),
    },
  }
}

function rank(stage: Stage | null): number {
  return stage === null ? -1 : STAGES.indexOf(stage)
}

function wroteBack({ firstSaidAt, lastWroteAt }: PersonFacts): boolean {
  return firstSaidAt !== null && lastWroteAt !== null && lastWroteAt > firstSaidAt
}

/** Whoever the business wrote to first waited for nobody. */
function minutesToPerson({ firstWroteAt, firstHumanAt }: PersonFacts): number | null {
  if (firstWroteAt === null || firstHumanAt === null || firstHumanAt < firstWroteAt) return null
  return Math.floor((Date.parse(firstHumanAt) - Date.parse(firstWroteAt)) / MINUTE)
}

function opinionOf(nps: number | null): Pick<Sums, 'promoters' | 'passives' | 'detractors'> {
  return {
    promoters: Number(nps !== null && nps >= 9),
    passives: Number(nps !== null && nps >= 7 && nps < 9),
    detractors: Number(nps !== null && nps < 7),
  }
}

/** What figures look at of one inquiry. */
type CountedInquiry = {
  readonly openedDay: number
  readonly closedDay: number | null
  readonly rung: Rung
  readonly band: Band
  readonly reasons: readonly string[]
}

/**
 * Whether what they ask for counts as something to close: whoever only said hello, and writes to somebody
 * else, has asked for nothing yet.
 */
export function wantsSomething({ stage, sales }: PersonFacts): boolean {
  return rank(stage) >= rank('lead') || sales.length > 0
}

export function countInquiry(inquiry: InquiryState, timeZone: string): CountedInquiry {
  const { openedAt, outcome, score, reasons } = inquiry
  return {
    openedDay: localTime(openedAt, timeZone).day,
    closedDay: outcome === null ? null : localTime(outcome.at, timeZone).day,
    rung: rungOf(inquiry),
    band: bandOf(score),
    reasons: reasons.map(({ id }) => id),
  }
}

/** As the stage of whoever asks: a price that was given makes somebody who fits a likely customer too. */
function rungOf({ asked, qualified, quote }: InquiryState): Rung {
  if (!qualified) return 'lead'
  const goesOn = asked.price || asked.meeting || asked.person || quote !== null
  return goesOn ? 'opportunity' : 'qualified'
}
