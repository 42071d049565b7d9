import { laterText } from './later-text.js'
import { mergeSlots } from './merge-contacts.js'
import type { InquiryState } from './types.js'

/**
 * Which of two inquiries a person who was known as two goes on with: one that is open, else the
 * later one. Two that are open are one wish, told in two places: the later one goes on, with what was said,
 * promised and done in the other.
 */
export function mergeInquiries(
  a: InquiryState | null,
  b: InquiryState | null,
): InquiryState | null {
  if (a === null || b === null) return a ?? b
  const [first, last] = a.openedAt <= b.openedAt ? [a, b] : [b, a]
  if (first.outcome !== null) return last
  if (last.outcome !== null) return first
  return {
    ...last,
    slots: mergeSlots(first.slots, last.slots),
    items: last.items.length > 0 ? last.items : first.items,
    persona: last.persona ?? first.persona,
    unknownProduct: last.unknownProduct ?? first.unknownProduct,
    notMade: last.notMade ?? first.notMade,
    asked: {
      price: first.asked.price || last.asked.price,
      meeting: first.asked.meeting || last.asked.meeting,
      person: first.asked.person || last.asked.person,
    },
    ...(first.score > last.score ? { score: first.score, reasons: first.reasons } : {}),
    qualified: first.qualified || last.qualified,
    assignedTo: last.assignedTo ?? first.assignedTo,
    told: first.told || last.told,
    ...(last.promise === null ? { promise: first.promise, promisedBy: first.promisedBy } : {}),
    attendedAt: laterText(first.attendedAt, last.attendedAt),
    postponed: last.postponed ?? first.postponed,
    nurture: last.nurture ?? first.nurture,
    quote: last.quote ?? first.quote,
    shared: [...first.shared, ...last.shared],
    tags: [...new Set([...first.tags, ...last.tags])],
  }
}
