import type { Assignee } from '../conversation/types.js'
import type { Iso } from '../types.js'
import type { PlannedCall } from './care.js'

/** What a person of the business wanted to do for this customer, or had better. */
export type CareNotice =
  /** The day of a call has come, once more after `reminded` times; told to whoever planned it. */
  | {
      readonly kind: 'call_due'
      readonly by: Assignee | null
      readonly why: PlannedCall['why']
      readonly reminded: boolean
    }
  /** One of the week's list of calls, which is one message. */
  | { readonly kind: 'call_listed' }
  /** A month on the list without a call. */
  | { readonly kind: 'call_owed' }
  /** Something nobody asked for, to surprise them with. */
  | { readonly kind: 'gesture'; readonly gesture: string }
  /** Somebody who is worth it asks to meet. */
  | { readonly kind: 'wants_meeting'; readonly said: string }
  | { readonly kind: 'meeting_near'; readonly by: Assignee; readonly at: Iso }
  | { readonly kind: 'meeting_over'; readonly by: Assignee }
