import type { App } from '../../app/app.js'
import { SIMULATOR } from '../../app/lines.js'
import { isoOf } from '../../core/schedule/local-time.js'
import type { MessageId } from '../../core/types.js'
import { storeInbound } from '../../store/inbox.js'
import { readConversation } from './conversation.js'

const GROUP = 500
const MESSAGES = 3

/** Puts contacts with a past conversation into the database, as if they had written before. */
export async function seedContacts(app: App, existing: number): Promise<void> {
  const { db } = app
  const texts = readConversation().slice(0, MESSAGES)
  const insert = db.raw.transaction((from: number, to: number) => {
    for (let contact = from; contact < to; contact++) seedOne(app, contact, texts)
  })
  for (let from = 0; from < existing; from += GROUP) {
    insert.immediate(from, Math.min(existing, from + GROUP))
    await new Promise(setImmediate)
  }
  db.raw.exec("update inbox set status = 'done', turn_at = received_at")
}

function seedOne(app: App, contact: number, texts: readonly string[]): void {
  const phone = `+5732${String(contact).padStart(8, '0')}`
  const at = isoOf(Date.UTC(2026, 0, 1) + contact * 1000)
  texts.forEach((text, index) => {
    storeInbound(
      app.db,
      {
        lineId: SIMULATOR,
        chat: phone,
        author: 'contact',
        identities: [{ kind: 'phone', value: phone }],
        messageId: `past.${contact}.${index}` as MessageId,
        profileName: 'Marta',
        sentAt: at,
        replyTo: null,
        referral: null,
        rawReferral: null,
        media: null,
        content: { kind: 'text', text },
      },
      at,
    )
  })
}
