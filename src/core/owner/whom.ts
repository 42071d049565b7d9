import { cardText } from './card-text.js'
import type { LeadCardProps } from './lead-card.js'
import { nameOnCard } from './name-on-card.js'

export type Whom = { readonly [param: string]: string }

/** Name and number; `who` is the number where there is one, `link` opens the chat. */
export function whom(props: LeadCardProps): Whom {
  const { name } = nameOnCard(props)
  const { phone } = props.contact
  if (phone === null) {
    const hidden = cardText(props, 'owner.card.hidden_short')
    return { name, phone: hidden, who: name, link: cardText(props, 'owner.notice.on_the_phone') }
  }
  return { name, phone, who: phone, link: `wa.me/${phone.replace(/\D/g, '')}` }
}
