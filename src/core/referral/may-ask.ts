import type { ContactState } from '../conversation/types.js'
import { addDuration } from '../schedule/due.js'
import type { Iso } from '../types.js'

export type AskingAllowed =
  | { readonly kind: 'yes' }
  | {
      readonly kind: 'no'
      readonly why: 'opted_out' | 'no_sale' | 'ticket' | 'unhappy' | 'asked'
      /** From when on it may be another answer; null where no day brings it. */
      readonly until: Iso | null
    }

type Customer = Pick<
  ContactState,
  'consent' | 'purchases' | 'satisfaction' | 'tickets' | 'referring'
>

type AskingRules = {
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
  if (customer.consent === 'opted_out') return no('opted_out')
  if (customer.purchases === 0) return no('no_sale')
  if (customer.tickets.length > 0) return no('ticket')
  if (!isContent(customer, rules)) return no('unhappy')
  const until = askedUntil(customer, rules)
  return until !== null && until > rules.now ? no('asked', until) : { kind: 'yes' }
}

/** By the newest answer alone: what they said before it no longer counts. */
function isContent({ satisfaction }: Customer, { isBusiness }: AskingRules): boolean {
  if (satisfaction === null || !satisfaction.good) return false
  if (satisfaction.kind === 'nps') return (satisfaction.score ?? 0) >= PROMOTER
  return isBusiness && satisfaction.kind === 'check_in'
}

function askedUntil({ referring }: Customer, rules: AskingRules): Iso | null {
  const { askedAt } = referring
  return askedAt && addDuration(askedAt, `P${rules.everyDays}D`, rules.timeZone)
}

type No = Extract<AskingAllowed, { kind: 'no' }>

function no(why: No['why'], until: Iso | null = null): No {
  return { kind: 'no', why, until }
}
