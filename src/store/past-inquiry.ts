import type { ContactState, InquiryState } from '../core/conversation/types.js'
import type { InquiryId, Iso } from '../core/types.js'

/**
 * The inquiry that a sale of before this house must have closed: nothing is known of it but that it
 * was won. `place` counts those added at once, from 1.
 */
export function pastInquiry(
  contact: ContactState,
  place: number,
  { at, reason }: { readonly at: Iso; readonly reason: string },
): InquiryState {
  const number = contact.inquiries + place
  return {
    id: `${contact.id}.${number}` as InquiryId,
    number,
    openedAt: at,
    slots: {},
    items: [],
    persona: null,
    unknownProduct: null,
    notMade: null,
    asked: { price: false, meeting: false, person: false },
    score: 0,
    reasons: [],
    qualified: false,
    outcome: { kind: 'won', reason, at },
    assignedTo: null,
    told: false,
    promise: null,
    promisedBy: null,
    attendedAt: null,
    postponed: null,
    nurture: null,
    quote: null,
    shared: [],
    tags: [],
  }
}
