import { cardText } from './card-text.js'
import type { LeadCardProps } from './lead-card.js'
import { plain } from './quoted.js'

type NameOnCard = { readonly name: string; readonly isFromProfile: boolean }

/** How somebody is called: as they said, else as their profile says, else by their number. */
export function nameOnCard(
  props: Pick<LeadCardProps, 'contact' | 'messages' | 'business'>,
): NameOnCard {
  const { contact } = props
  const said = contact.slots.name
  if (said?.status === 'known') return { name: plain(String(said.value)), isFromProfile: false }
  const profile = plain(contact.profileName ?? '')
  if (profile !== '') return { name: profile, isFromProfile: true }
  const name = contact.phone ?? cardText(props, 'owner.nameless')
  return { name, isFromProfile: false }
}
