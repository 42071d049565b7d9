import { forgetContact } from '../store/erase.js'
import { findContactByPhone } from '../store/identity.js'
import type { TurnDeps } from './deps.js'

/**
 * Starts over with somebody: whatever is known of them goes in one transaction, with what they had
 * waiting and what waited for them. A turn is a write job of its own, so it comes before or finds
 * nothing; a hand-over under way finds its row gone.
 */
export async function forget({ db, changed, cleanUp }: TurnDeps, phone: string): Promise<void> {
  await db.write(() => {
    const contactId = findContactByPhone(db, phone)
    if (contactId !== null) forgetContact(db, contactId)
  })
  cleanUp.soon()
  changed()
}
