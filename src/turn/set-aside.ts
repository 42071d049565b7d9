import type { ChatKey } from '../store/chat-key.js'
import { countAttempt, failParts, pendingParts } from '../store/inbox.js'
import type { TurnDeps } from './deps.js'
import { openCase } from './open-case.js'
import type { Sender } from './sender.js'
import { notify } from './staff/notify.js'

/** A message that keeps failing is set aside after so many turns: the chat goes on without it. */
const ATTEMPTS = 3

/**
 * Counts a failed turn; true when its messages were set aside, so that nothing is left to retry. The
 * owner is told that there is a message they have to read themselves.
 */
export async function setAside(deps: TurnDeps, key: ChatKey, sender: Sender): Promise<boolean> {
  const aside = await countFailure(deps, key)
  if (aside) await tellOwner(deps, key, sender)
  return aside
}

async function tellOwner(deps: TurnDeps, key: ChatKey, sender: Sender): Promise<void> {
  const notice = { kind: 'media', what: 'unreadable', n: 1, shared: [] } as const
  try {
    const chats = await deps.db.write(() =>
      notify(deps, key, openCase(deps, key), notice, deps.now()),
    )
    for (const chat of chats) sender.send(chat)
  } catch (error) {
    deps.log.error({ error }, 'could not tell of a message set aside')
  }
}

async function countFailure({ db, now }: TurnDeps, key: ChatKey): Promise<boolean> {
  try {
    return await db.write(() => {
      const parts = pendingParts(db, key.contactId, key.lineId)
      const rows = parts.map(({ rowId }) => rowId)
      countAttempt(db, rows)
      const spent = parts.some(({ attempts }) => attempts + 1 >= ATTEMPTS)
      if (spent) failParts(db, rows, 'turn failed', now())
      return spent
    })
  } catch {
    // The store itself is failing (a full disk): nothing is counted and nothing is given up.
    return false
  }
}
