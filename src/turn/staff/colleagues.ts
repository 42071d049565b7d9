import type { News } from '../../core/owner/types.js'
import type { ContactId } from '../../core/types.js'
import type { ChatKey } from '../../store/chat-key.js'
import { cardHolders } from '../../store/notices.js'
import type { StaffEntry } from '../../store/staff.js'
import type { TurnDeps } from '../deps.js'
import { activeStaff } from './staff.js'

type Telling = { readonly deps: TurnDeps; readonly key: ChatKey }

/** Whom news of somebody's word go to: who is meant, the first owner, or all others who hold a card. */
export function colleagues(
  { deps, key }: Telling,
  about: ContactId,
  to: News['to'],
): readonly StaffEntry[] {
  const others = activeStaff(deps.db, deps.business, key.lineId).filter(
    ({ contactId }) => contactId !== key.contactId,
  )
  if (to === 'first_owner') return others.filter(({ role }) => role === 'owner').slice(0, 1)
  const holders = to === null ? cardHolders(deps.db, about) : [to]
  return others.filter(({ contactId }) => holders.includes(contactId))
}
