import type { GestureReply } from '../aftersale/gesture.js'
import type { ContactId, Making } from '../types.js'
import type { Period } from './period.js'

/** What is answered to staff: words, or what is looked up and put into words when it is sent. */
export type OwnerReply =
  | GestureReply
  /** What the bot would have answered them, as news. */
  | { readonly kind: 'rehearsed'; readonly target: ContactId }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'customer'; readonly target: ContactId }
  | { readonly kind: 'file'; readonly text: string; readonly of: Making }
  /** Whom `by` might write to today. */
  | { readonly kind: 'prospects'; readonly by: string }
  | { readonly kind: 'card'; readonly target: ContactId; readonly size: 'full' | 'short' }
  /** Everybody counted by stage, what came of the money, what is to come and why, how the number stands, or who brought whom. */
  | { readonly kind: 'funnel' | 'figures' | 'forecast' | 'line' | 'referrals' }
  | { readonly kind: 'report' }
  /** What was noted of who owes something: of these people, or of anybody (null). */
  | { readonly kind: 'debts'; readonly of: readonly ContactId[] | null }
  /** What was sold in a time. */
  | { readonly kind: 'sold'; readonly period: Period }
