import type { Business } from '../business/types.js'
import type { Item, Satisfaction } from '../conversation/types.js'
import { localTime } from '../schedule/local-time.js'
import type { ContactId, Iso } from '../types.js'

/** A customer as calls that have no other reason look at them. */
export type Account = {
  readonly id: ContactId
  readonly vip: boolean
  /** Of every sale that counts: how many, how much in all, and the first and the last. */
  readonly sales: number
  readonly spent: number
  /** What they bought last. */
  readonly bought: readonly Item[]
  readonly satisfaction: Satisfaction | null
  readonly firstSaleAt: Iso | null
  readonly lastSaleAt: Iso | null
  /** The last call or visit by a person, and everything noted at such, oldest first. */
  readonly touchedAt: Iso | null
  readonly notes: readonly string[]
  /** On which lists of whom to call they stood since the last call: the first and the last. */
  readonly firstListedAt: Iso | null
  readonly lastListedAt: Iso | null
  /** It was said that they have waited on it for a month. */
  readonly owed: boolean
  /** When a gesture for them was suggested last. */
  readonly surprisedAt: Iso | null
  readonly surveyedAt: Iso | null
  readonly openTickets: number
  readonly optedOut: boolean
  /** Somebody means to call them already. */
  readonly planned: boolean
  /** Phone of whoever looks after them; null: nobody by name. */
  readonly manager: string | null
}

type Shop = Pick<Business, 'calls' | 'timeZone'>

/** Marked by the owner, or bought enough, often enough and lately enough. */
export function isKeyAccount(account: Account, now: Iso, { calls, timeZone }: Shop): boolean {
  const { spent, sales, within } = calls.special
  if (account.vip) return true
  const since = daysSince(account.lastSaleAt, now, timeZone)
  return account.sales >= sales && account.spent >= spent && since <= within
}

/**
 * Whom to call for no reason, at most so many as a list holds: key accounts without a call for long
 * enough, those first who have waited longest, on the list or for a call. Never close to a sale or to a
 * question of how it went, and never with a ticket open. Whoever stood on a list goes to the end of
 * the line: a list that nobody reads still names everybody in turn.
 */
export function callList(
  accounts: readonly Account[],
  now: Iso,
  shop: Shop,
  most: number = shop.calls.most,
): readonly Account[] {
  return accounts
    .filter((account) => isKeyAccount(account, now, shop) && mayBeCalled(account, now, shop))
    .sort((a, b) => waitsSince(a).localeCompare(waitsSince(b)) || a.id.localeCompare(b.id))
    .slice(0, most)
}

/** Whether a call without a reason would come at a good moment. */
export function mayBeCalled(account: Account, now: Iso, { calls, timeZone }: Shop): boolean {
  const past = (at: Iso | null, days: number): boolean => daysSince(at, now, timeZone) >= days
  return (
    !account.optedOut &&
    !account.planned &&
    account.openTickets === 0 &&
    past(account.touchedAt, calls.rest) &&
    past(account.lastSaleAt, calls.afterSale) &&
    past(account.surveyedAt, calls.afterSurvey)
  )
}

/** A month on the list, and nobody called: to be said once. */
const OWED_DAYS = 30

export function owedCalls(accounts: readonly Account[], now: Iso, shop: Shop): readonly Account[] {
  return accounts.filter(
    (account) =>
      account.firstListedAt !== null &&
      !account.owed &&
      daysSince(account.firstListedAt, now, shop.timeZone) >= OWED_DAYS &&
      isKeyAccount(account, now, shop) &&
      mayBeCalled(account, now, shop),
  )
}

/** Whole local days since then; without end for what never was. */
export function daysSince(at: Iso | null, now: Iso, timeZone: string): number {
  if (at === null) return Number.POSITIVE_INFINITY
  return localTime(now, timeZone).day - localTime(at, timeZone).day
}

/** The later of the last call, else the first sale, and the last list. */
function waitsSince({ touchedAt, firstSaleAt, lastListedAt }: Account): string {
  const called = touchedAt ?? firstSaleAt ?? ''
  return lastListedAt !== null && lastListedAt > called ? lastListedAt : called
}
