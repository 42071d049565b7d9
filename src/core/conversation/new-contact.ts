import { NO_CARE } from '../aftersale/care.js'
import type { ContactState } from './types.js'

/** A contact of whom nothing is known but how they are reached. */
export function newContact({
  id,
  phone,
  profileName,
  consent,
  knownBefore = false,
}: Pick<ContactState, 'id' | 'phone' | 'profileName' | 'consent'> &
  Partial<Pick<ContactState, 'knownBefore'>>): ContactState {
  return {
    id,
    phone,
    profileName,
    stage: null,
    slots: {},
    consent,
    segment: null,
    vip: false,
    attention: 'auto',
    knownBefore,
    source: null,
    referredBy: null,
    inquiries: 0,
    purchases: 0,
    lastOrder: null,
    satisfaction: null,
    tickets: [],
    referring: { code: null, askedAt: null },
    care: NO_CARE,
  }
}
