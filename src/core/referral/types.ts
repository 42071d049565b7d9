import type { ContactId, Iso } from '../types.js'

/** What a customer was asked about bringing others. */
export type Referring = {
  /** Theirs for good, once they have one. */
  readonly code: string | null
  readonly askedAt: Iso | null
}

/** A code by which somebody brings others. */
export type ReferralCode = { readonly code: string; readonly owner: ContactId }

/** What somebody is owed for bringing `friend`. */
export type OwedReward = {
  readonly id: number
  readonly referrer: ContactId
  readonly friend: string | null
}
