import type { PlannedCall } from '../aftersale/care.js'
import type { Iso } from '../types.js'
import type { Amount } from './sale-amount.js'

/** Somebody is written to no more, or is to be deleted. `words`: what was written beside it, for the ledger. */
export type PartingCommand =
  | { readonly kind: 'unfollow' | 'erase'; readonly name: string | null }
  | { readonly kind: 'opt_out'; readonly name: string | null; readonly words: string }

/** When it was, if it was not now, may stand in `written`, and is then `at`. */
export type WonCommand = {
  readonly kind: 'won'
  readonly name: string | null
  readonly amount: Amount | null
  readonly written: string
  readonly at: Iso | null
}

/** What was sold, and to whom, may still stand in `written`. `again`: also to who bought already. */
export type SaleCommand = {
  readonly kind: 'sale'
  readonly name: string | null
  readonly amount: Amount | null
  readonly discount: number | null
  readonly product: string | null
  readonly written: string
  readonly again: boolean
  readonly at: Iso | null
}

export type CareCommand =
  /** The list of whom to call for no reason. */
  | { readonly kind: 'calls' }
  /** `why`, and the rest as with `postpone`. */
  | {
      readonly kind: 'call'
      readonly why: PlannedCall['why']
      readonly name: string | null
      readonly written: string
      readonly until: Iso | null
    }
  | {
      readonly kind: 'meeting'
      readonly name: string | null
      readonly written: string
      readonly until: Iso | null
    }
  /** They called or visited somebody; the text may still begin with the name. */
  | { readonly kind: 'called'; readonly name: string | null; readonly text: string }
  /** They tried, or could not. */
  | { readonly kind: 'not_called'; readonly name: string | null }
  /** What was planned is off: a meeting, or being reminded of a call. */
  | { readonly kind: 'cancel_meeting' | 'drop_call'; readonly name: string | null }
  /** `to`: who is to look after them from now on. */
  | { readonly kind: 'entrust'; readonly name: string | null; readonly to: string | null }
