import type { Business } from '../business/types.js'
import { whenText } from '../business/when-text.js'
import type { Messages } from '../messages.js'
import type { Iso } from '../types.js'
import { cardText } from './card-text.js'

type Words = { readonly now: Iso; readonly business: Business; readonly messages: Messages }

/** "vence hoy a las 6 p. m.", or since when it should have been settled. */
export function dueText(dueAt: Iso, words: Words): string {
  const when = whenText(dueAt, words.now, words.business, words.messages)
  return dueAt > words.now
    ? cardText(words, 'owner.ticket.due', { when })
    : cardText(words, 'owner.ticket.overdue', { when })
}
