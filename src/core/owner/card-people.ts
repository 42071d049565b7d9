import type { Authority } from '../types.js'
import { cameBy } from './came-by.js'
import { cardText } from './card-text.js'
import type { LeadCardProps } from './lead-card.js'
import { nameOnCard } from './name-on-card.js'
import { plain } from './quoted.js'

/** Who decides, after "Decide:"; null when they have not said. */
export function decidesField(props: LeadCardProps): string | null {
  const slot = props.inquiry.slots.authority
  if (slot === undefined) return null
  if (slot.status === 'declined') return cardText(props, 'owner.card.declined')
  const name = ownName(props)
  switch (authorityOf(slot.value)) {
    case 'self':
      return name === null
        ? cardText(props, 'owner.decides.self_nameless')
        : cardText(props, 'owner.decides.self', { name })
    case 'shared':
      return cardText(props, 'owner.decides.shared')
    case 'other':
      return cardText(props, 'owner.decides.other')
    case 'unknown':
      return cardText(props, 'owner.decides.unknown')
  }
}

/** The same as a sentence: "Decide Ana."; empty when they have not said. */
export function shortDecidesField(props: LeadCardProps): string {
  const slot = props.inquiry.slots.authority
  if (slot?.status !== 'known') return ''
  const name = ownName(props)
  switch (authorityOf(slot.value)) {
    case 'self':
      return name === null
        ? cardText(props, 'owner.decides.short_self_nameless')
        : cardText(props, 'owner.decides.short_self', { name })
    case 'shared':
      return cardText(props, 'owner.decides.short_shared')
    case 'other':
      return cardText(props, 'owner.decides.short_other')
    case 'unknown':
      return cardText(props, 'owner.decides.short_unknown')
  }
}

/** Where they came from, after "Llegó por:"; null when nobody knows. */
export function sourceField(props: LeadCardProps): string | null {
  if (props.referrer !== null) {
    return cardText(props, 'owner.source.referral', { name: plain(props.referrer) })
  }
  return cameBy(props.contact.source, props)
}

/** Their name, unless the card has nothing better than a number or a profile. */
function ownName(props: LeadCardProps): string | null {
  const said = props.contact.slots.name
  return said?.status === 'known' ? nameOnCard(props).name : null
}

function authorityOf(value: unknown): Authority {
  return value === 'self' || value === 'shared' || value === 'other' ? value : 'unknown'
}
