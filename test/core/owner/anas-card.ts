import type { LeadCardProps } from '../../../src/core/owner/lead-card.js'
import type { InquiryId, Slot, SlotValue } from '../../../src/core/types.js'
import { bogota, hilvan } from '../business/hilvan.js'
import { contextOf, NOW } from '../conversation/_engine.js'
import { spanish } from '../schedule/spanish.js'
import { id } from './people.js'

function known(value: SlotValue, said: string): Slot {
  return { status: 'known', value, said, confidence: 1, message: null, at: bogota(10, '09:00') }
}

/** Ana of the model dialogue, after her third message. */
export const anasCard: LeadCardProps = {
  contact: {
    id: id('ana'),
    phone: '+573000000214',
    profileName: 'Anita 🌸',
    stage: 'qualified',
    slots: {
      name: known('Ana', 'soy Ana'),
      organization: known('Restaurante La Alacena', 'del restaurante La Alacena'),
    },
    consent: 'none',
    segment: null,
    vip: false,
    attention: 'auto',
    knownBefore: false,
    source: {
      sourceType: 'ad',
      sourceId: 'ad-1',
      clickId: 'click-1',
      headline: 'Uniformes para restaurantes',
    },
    referredBy: null,
    inquiries: 1,
    purchases: 0,
    lastOrder: null,
    satisfaction: null,
    tickets: [],
    care: { call: null, meeting: null, manager: null, invitedAt: null },
    referring: { code: null, askedAt: null },
  },
  inquiry: {
    id: 'inquiry-1' as InquiryId,
    number: 1,
    openedAt: bogota(10, '09:00'),
    slots: {
      need: known('camisetas polo con logo', 'camisetas polo con logo'),
      budget: known(
        { min: 1_000_000, max: 1_000_000, currency: null, none: false },
        'más o menos un millón',
      ),
      urgency: known({ bucket: 'month', days: [17, 17] }, 'para el viernes 27'),
      authority: known('self', 'yo decido'),
    },
    items: [{ product: 'polo', quantity: 20 }],
    persona: 'restaurante',
    unknownProduct: null,
    notMade: null,
    asked: { price: false, meeting: false, person: false },
    score: 86,
    reasons: [
      { id: 'fecha', points: 20, text: 'tiene fecha', said: null },
      { id: 'necesidad', points: 30, text: 'sabe qué quiere', said: null },
      { id: 'alcanza', points: 25, text: 'le alcanza', said: null },
    ],
    qualified: true,
    outcome: null,
    assignedTo: null,
    told: true,
    promise: 'hoy antes de las 6',
    promisedBy: bogota(10, '18:00'),
    attendedAt: null,
    postponed: null,
    nurture: null,
    quote: null,
    shared: [],
    tags: [],
  },
  held: [],
  lastSaid: [
    'Necesito 20 camisetas polo con logo para el viernes 27',
    'yo decido',
    'y hacen delantales?',
  ],
  notes: [],
  touches: [],
  referrer: null,
  now: bogota(10, '10:00'),
  flow: contextOf(NOW).flow('qualification', null),
  business: hilvan,
  messages: spanish,
}
