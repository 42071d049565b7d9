import { loadCase, type StoredCase } from '../store/cases.js'
import type { ChatKey } from '../store/chat-key.js'
import type { TurnDeps } from './deps.js'

/**
 * The case of a chat, which a message or a timer proves to exist. `chat`: the address of who writes, for
 * a dialogue that begins with it; nobody else begins one.
 */
export function openCase(deps: TurnDeps, key: ChatKey, chat = ''): StoredCase {
  const stored = findCase(deps, key, chat)
  if (stored === null) throw new Error(`contact ${key.contactId} has messages but does not exist`)
  return stored
}

/** The same where they may be unknown again by now. */
export function findCase(
  deps: TurnDeps,
  { contactId, lineId }: ChatKey,
  chat = '',
): StoredCase | null {
  const { id: flow, hash } = deps.flow(deps.business.flows.talk, null)
  return loadCase(deps.db, contactId, lineId, { chat, flow, hash })
}
