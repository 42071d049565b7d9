import { CONTACT_TIME } from '../conversation/contact-time.js'
import type { Slot } from '../types.js'
import { cardText } from './card-text.js'
import type { LeadCardProps } from './lead-card.js'
import { plain } from './quoted.js'

/** Digits that tell one number from another, whatever stands before them for the country. */
const OWN_DIGITS = 7

/** When and where else to reach them, as far as they told: a moment, another number, a mailbox, a place. */
export function reachLines(props: LeadCardProps): readonly string[] {
  const { slots } = props.contact
  return [
    ...line(props, timeKey(props), told(props.inquiry.slots[CONTACT_TIME])),
    ...line(props, 'owner.card.other_phone', otherPhone(props)),
    ...line(props, 'owner.card.email', told(slots.email)),
    ...line(props, 'owner.card.place', told(slots.place)),
  ]
}

/** Where people buy an appointment, it is when they would come. */
function timeKey({ business }: LeadCardProps): string {
  return business.appointments ? 'owner.card.visit_time' : 'owner.card.contact_time'
}

function line(props: LeadCardProps, key: string, value: string | null): readonly string[] {
  return value === null ? [] : [cardText(props, key, { value })]
}

function told(slot: Slot | undefined): string | null {
  return slot?.status === 'known' ? plain(String(slot.value)) : null
}

/** The number that they write from says nothing new. */
function otherPhone({ contact }: LeadCardProps): string | null {
  const phone = told(contact.slots.phone)
  if (phone === null) return null
  const digits = (text: string): string => text.replace(/\D/g, '').slice(-OWN_DIGITS)
  return contact.phone !== null && digits(contact.phone) === digits(phone) ? null : phone
}
