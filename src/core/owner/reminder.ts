import { needField, shortBudgetField, shortDateField } from './card-fields.js'
import { cardText } from './card-text.js'
import { type LeadCardProps, leadCard } from './lead-card.js'
import { nameOnCard } from './name-on-card.js'

/** To whoever got the card and has not taken it yet. */
export function waitingText(props: LeadCardProps): string {
  return cardText(props, 'owner.waiting', {
    name: nameOnCard(props).name,
    summary: [needField(props), shortBudgetField(props), shortDateField(props)].join(', '),
    phone: props.contact.phone ?? cardText(props, 'owner.card.hidden_short'),
  })
}

/** To the second person, when the first (`staff`, by name) has not taken it: a fact, no reproach. */
export function passedOverText(props: LeadCardProps, staff: string): string {
  return cardText(props, 'owner.passed_over', {
    staff,
    name: nameOnCard(props).name,
    card: leadCard(props, 'short'),
  })
}
