import { quote } from '../business/quote.js'
import type { Slot } from '../types.js'
import { cardText } from './card-text.js'
import type { LeadCardProps } from './lead-card.js'

/** The next step that fits what is known, the most pressing first. */
export function suggestionText(props: LeadCardProps): string {
  const { business, contact, inquiry } = props
  if (inquiry.tags.includes('complaint')) return cardText(props, 'owner.suggestion.complaint')
  if (inquiry.asked.person) return cardText(props, 'owner.suggestion.person')
  if (inquiry.quote !== null) return cardText(props, 'owner.suggestion.quoted')
  if (isOver(props)) return cardText(props, 'owner.suggestion.over')
  if (inquiry.asked.meeting || business.appointments)
    return cardText(props, 'owner.suggestion.meeting')
  if (inquiry.asked.price) return cardText(props, 'owner.suggestion.price')
  if (isConsulted(inquiry.slots.authority)) return cardText(props, 'owner.suggestion.consults')
  if (contact.purchases > 0) return cardText(props, 'owner.suggestion.again')
  return cardText(props, 'owner.suggestion.plain')
}

/** The order costs more than they said they would spend. */
function isOver({ business, inquiry }: LeadCardProps): boolean {
  const slot = inquiry.slots.budget
  if (slot?.status !== 'known' || typeof slot.value !== 'object') return false
  if (!('none' in slot.value) || slot.value.max === null) return false
  // Dollars compare with no peso.
  if ((slot.value.currency ?? business.currency) !== business.currency) return false
  const total = quote(business, inquiry.items)?.total ?? 0
  return total > slot.value.max
}

function isConsulted(slot: Slot | undefined): boolean {
  return slot?.status === 'known' && (slot.value === 'shared' || slot.value === 'other')
}
