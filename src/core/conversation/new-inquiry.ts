import type { ContactId, InquiryId, Iso } from '../types.js'
import type { InquiryState } from './types.js'

/** The inquiry of that number of a contact, counted from 1, before anything is known of it. */
export function newInquiry(contact: ContactId, number: number, openedAt: Iso): InquiryState {
  return {
    id: `${contact}.${number}` as InquiryId,
    number,
    openedAt,
    slots: {},
    items: [],
    persona: null,
    unknownProduct: null,
    notMade: null,
    asked: { price: false, meeting: false, person: false },
    score: 0,
    reasons: [],
    qualified: false,
    outcome: null,
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
