import { z } from 'zod'
import type { App } from '../app/app.js'
import { SIMULATOR } from '../app/lines.js'
import { wordsOf } from '../core/conversation/media.js'
import { conversationLog } from '../store/conversation-log.js'
import { findContactByPhone } from '../store/identity.js'
import type { Message, StaffSays } from './transcript.js'

/** Whose phone the prospect of every transcript writes from. */
export const PROSPECT = '+573009990001'

/** Nothing older than these is quoted. */
const BUBBLES = 1000

const reactionBody = z.object({ emoji: z.string(), to: z.string() })

/**
 * What the prospect says, as a body of `POST /simulator/messages`. What is quoted or reacted to is
 * named by its words: ids are new each time.
 */
export function prospectBody(app: App, said: Message): object {
  if (typeof said === 'string') return { text: said }
  const { replyTo, reaction, ...rest } = said
  const quoting = typeof replyTo === 'string' ? { replyTo: bubbleWith(app, replyTo) } : {}
  const named = reactionBody.safeParse(reaction)
  if (!named.success) return { ...withRecording(rest), ...quoting }
  const { emoji, to } = named.data
  return { ...rest, ...quoting, reaction: { emoji, to: bubbleWith(app, to) } }
}

/** A voice note without its words is a recording: that of nothing, which can be told to be one. */
function withRecording(body: object): object {
  const voice = z.object({ audio: z.object({ seconds: z.number() }) }).safeParse(body)
  return voice.success
    ? { ...body, audio: { data: RECORDING, ...Object(Object(body).audio) } }
    : body
}

/** How every recording of WhatsApp begins. */
const RECORDING = Buffer.from('OggS').toString('base64')

/** The id of the newest bubble of the prospect's chat with these words; else they are an id. */
function bubbleWith({ db }: App, words: string): string {
  const contactId = findContactByPhone(db, PROSPECT)
  const log = contactId === null ? [] : conversationLog(db, contactId, SIMULATOR, BUBBLES)
  const found = log.findLast((entry) =>
    (entry.kind === 'out' ? entry.message.text : wordsOf(entry.content))?.includes(words),
  )
  return found?.id ?? words
}

/** What an owner or seller says from a phone, as such a body too. */
export function staffBody(app: App, phone: string, said: StaffSays): object {
  if (typeof said === 'string') return { text: said }
  if ('reaction' in said) {
    const to = toldWith(app, phone, said.to ?? PROSPECT) ?? ''
    return { reaction: { emoji: said.reaction, to } }
  }
  const { text, reply } = said
  const replyTo =
    reply === undefined ? undefined : toldWith(app, phone, reply === true ? PROSPECT : reply)
  return { text, ...(replyTo !== undefined && { replyTo }) }
}

/** The newest message on that phone with these words; cards hold the prospect's number. */
function toldWith({ simulator }: App, phone: string, words: string): string | undefined {
  return simulator?.handedOver(phone, 0).findLast(({ text }) => text.includes(words))?.id
}
