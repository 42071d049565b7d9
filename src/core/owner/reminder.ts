import type { Alert } from '../conversation/effects.js'
import { unreachable } from '../types.js'
import { needField, shortBudgetField, shortDateField } from './card-fields.js'
import { cardText } from './card-text.js'
import type { LeadCardProps } from './lead-card.js'
import { nameOnCard } from './name-on-card.js'
import { quoted } from './quoted.js'

/** To whoever was alerted and has done nothing about it yet: what it was, in two lines. */
export function reminderText(alert: Alert, props: LeadCardProps): string {
  return cardText(props, 'owner.alert.reminder', {
    name: nameOnCard(props).name,
    what: essence(alert, props),
    phone: props.contact.phone ?? cardText(props, 'owner.card.hidden_short'),
  })
}

function essence(alert: Alert, props: LeadCardProps): string {
  switch (alert.kind) {
    case 'card':
    case 'asked_person':
      return wishes(props)
    case 'complaint':
    case 'moves_meeting':
    case 'check_in_bad':
    case 'ticket':
      return cardText(props, 'owner.card.quote', { text: quoted(alert.said) })
    default:
      return unreachable(alert)
  }
}

/** What is known of need, budget and date; who only asked for a person is said to have done so. */
function wishes(props: LeadCardProps): string {
  const { slots, items } = props.inquiry
  const known = [
    ...(items.length > 0 || slots.need?.status === 'known' ? [needField(props)] : []),
    ...(slots.budget?.status === 'known' ? [shortBudgetField(props)] : []),
    ...(slots.urgency?.status === 'known' ? [shortDateField(props)] : []),
  ]
  return known.length > 0 ? known.join(', ') : cardText(props, 'owner.alert.person')
}
