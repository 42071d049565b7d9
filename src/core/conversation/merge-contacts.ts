import { mergeCare } from '../aftersale/care.js'
import { laterOf } from '../funnel/stages.js'
import type { Slots } from '../types.js'
import { laterText } from './later-text.js'
import type { ContactState } from './types.js'

/**
 * One person who was known as two. What each of them told stays known, the later word where both spoke;
 * they have come as far as the one of them who came further, and what either refused is refused.
 */
export function mergeContacts(older: ContactState, younger: ContactState): ContactState {
  const [a, b] = [older, younger]
  return {
    id: a.id,
    phone: a.phone ?? b.phone,
    profileName: b.profileName ?? a.profileName,
    stage: laterOf(a.stage, b.stage),
    slots: mergeSlots(a.slots, b.slots),
    consent: mergeConsents(a.consent, b.consent),
    segment: a.segment ?? b.segment,
    vip: a.vip || b.vip,
    // The younger one is what the owner decided last, if anything.
    attention: b.attention === 'auto' ? a.attention : b.attention,
    knownBefore: a.knownBefore || b.knownBefore,
    source: a.source ?? b.source,
    referredBy: [a.referredBy, b.referredBy].find((id) => id !== a.id && id !== b.id) ?? null,
    inquiries: a.inquiries + b.inquiries,
    purchases: a.purchases + b.purchases,
    lastOrder: (a.lastOrder?.at ?? '') >= (b.lastOrder?.at ?? '') ? a.lastOrder : b.lastOrder,
    satisfaction:
      (a.satisfaction?.at ?? '') >= (b.satisfaction?.at ?? '') ? a.satisfaction : b.satisfaction,
    referring: {
      code: a.referring.code ?? b.referring.code,
      askedAt: laterText(a.referring.askedAt, b.referring.askedAt),
    },
    care: mergeCare(a.care, b.care),
    tickets: [...a.tickets, ...b.tickets].sort((one, other) => one.number - other.number),
  }
}

/** Of a fact that both hold, the one said later. */
export function mergeSlots(a: Slots, b: Slots): Slots {
  const later = Object.entries(b).filter(([name, slot]) => slot.at >= (a[name]?.at ?? ''))
  return { ...a, ...Object.fromEntries(later) }
}

type Consent = ContactState['consent']

function mergeConsents(a: Consent, b: Consent): Consent {
  if (a === 'opted_out' || b === 'opted_out') return 'opted_out'
  return a === 'granted' || b === 'granted' ? 'granted' : 'none'
}
