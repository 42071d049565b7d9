import type { ContactState } from '../conversation/types.js'
import { addDuration } from '../schedule/due.js'
import type { Iso } from '../types.js'

export type AskingAllowed =
  | { readonly kind: 'yes' }
  | { readonly kind: 'no'; readonly why: 'opted_out' | 'no_sale' | 'ticket' | 'unhappy' | 'asked' }

type Customer = Pick<
  ContactState,
  'consent' | 'purchases' | 'satisfaction' | 'tickets' | 'referring'
>

export type AskingRules = {
  readonly now: Iso
  readonly timeZone: string
  readonly everyDays: number
  /** A business is asked in person: that the check-in was good is enough. */
  readonly isBusiness: boolean
}

/** From here on somebody would recommend the business of their own accord. */
const PROMOTER = 9

/**
 * Whether this customer may be asked to bring somebody: the one function asked before any such
 * request. Never whoever is not known to be content, whoever waits for something, and nobody twice
 * within the days that the business set.
 */
export function mayAskReferral(customer: Customer, rules: AskingRules): AskingAllowed {
  if (customer.consent === 'opted_out') return { kind: 'no', why: 'opted_out' }
  if (customer.purchases === 0) return { kind: 'no', why: 'no_sale' }
  if (customer.tickets.length > 0) return { kind: 'no', why: 'ticket' }
  if (!isContent(customer, rules)) return { kind: 'no', why: 'unhappy' }
  return wasAskedLately(customer, rules) ? { kind: 'no', why: 'asked' } : { kind: 'yes' }
}

/** By the newest answer alone: what they said before it no longer counts. */
function isContent({ satisfaction }: Customer, { isBusiness }: AskingRules): boolean {
  if (satisfaction === null || !satisfaction.good) return false
  if (satisfaction.kind === 'nps') return (satisfaction.score ?? 0) >= PROMOTER
  return isBusiness && satisfaction.kind === 'check_in'
}

function wasAskedLately({ referring }: Customer, rules: AskingRules): boolean {
  const { askedAt } = referring
  if (askedAt === null) return false
  return addDuration(askedAt, `P${rules.everyDays}D`, rules.timeZone) > rules.now
}
