import type { Business } from '../business/types.js'
import { civil, localTime } from '../schedule/local-time.js'
import type { ContactId, Iso } from '../types.js'
import { type Account, mayBeCalled } from './call-list.js'

type Shop = Pick<Business, 'calls' | 'timeZone'>

/** Another suggestion for the same customer, as news of its own. */
export type GestureReply = {
  readonly kind: 'gesture'
  readonly target: ContactId
  readonly gesture: string
}

/** For whom one was suggested; `quoted`: it is being replied to. */
export type SuggestedTo = {
  readonly about: ContactId
  readonly gesture: string
  readonly quoted: boolean
}

/** Whoever bought something, as far as they are read to put them in order. */
export type Buyer = Pick<Account, 'id' | 'sales' | 'spent' | 'surprisedAt'>

/** Everybody who bought something, and what is known of one of them: read only where it is looked at. */
type Customers = {
  buyers(): readonly Buyer[]
  accountOf(id: ContactId): Account | null
}

/** A gesture that was suggested, to whoever it was. */
type Suggested = { readonly gesture: string; readonly at: Iso }

/**
 * Whom to surprise this quarter with something nobody asked for: one customer, whoever was surprised
 * longest ago, and of those the one who bought most often. Null where a quarter has had its own, or
 * nobody is at a good moment.
 */
export function surprise(
  customers: Customers,
  last: Suggested | null,
  now: Iso,
  shop: Shop,
): Account | null {
  if (last !== null && quarterOf(last.at, shop) === quarterOf(now, shop)) return null
  for (const { id } of customers.buyers().toSorted(surprisedLongestAgo)) {
    const account = customers.accountOf(id)
    if (account !== null && mayBeCalled({ ...account, touchedAt: null }, now, shop)) return account
  }
  return null
}

function surprisedLongestAgo(a: Buyer, b: Buyer): number {
  return (
    (a.surprisedAt ?? '').localeCompare(b.surprisedAt ?? '') ||
    b.sales - a.sales ||
    b.spent - a.spent ||
    a.id.localeCompare(b.id)
  )
}

/** The gesture after the last one: never the same twice in a row where there are two. Null without any. */
export function nextGesture(gestures: readonly string[], last: string | null): string | null {
  const at = last === null ? -1 : gestures.indexOf(last)
  return gestures[(at + 1) % Math.max(1, gestures.length)] ?? null
}

function quarterOf(at: Iso, { timeZone }: Shop): string {
  const { year, month } = civil(localTime(at, timeZone).day)
  return `${year}/${Math.ceil(month / 3)}`
}
