import type { proto } from '@whiskeysockets/baileys'
import * as content from './content.js'
import { type ContactOptions, createHandset, type Handset, type Sending } from './handset.js'
import type { Heard } from './heard.js'
import { node, seconds } from './node.js'
import { sayInRoom } from './room.js'
import { linkedDevice, personAt, type World } from './world.js'

/** A person who has the business in their WhatsApp. */
export type Contact = Words &
  Attachments &
  Signs & {
    readonly phone: string
    readonly name: string
    /** Their two addresses: `573…@s.whatsapp.net` and `1…@lid`. */
    readonly pn: string
    readonly lid: string
    /** What arrived, each id once, as on a real phone. */
    readonly heard: readonly Heard[]
  }

export type SayOptions = Sending & {
  readonly quoting?: { readonly id: string; readonly text: string }
}

/** Each resolves with the id once the client has taken it, or at once while the client is away and it waits. */
type Words = {
  say(text: string, options?: SayOptions): Promise<string>
  send(message: proto.IMessage, options?: Sending): Promise<string>
  /** Reacts to a message of either side; an empty emoji takes the reaction back. */
  react(emoji: string, to: string): Promise<string>
  /** The first message of one who came from an ad: only its envelope arrives. */
  sayFromAd(text: string, ad: content.Ad): Promise<string>
  edit(id: string, text: string): Promise<string>
  unsay(id: string): Promise<string>
  /** Writes where others read along: a group, or `status@broadcast`. */
  sayIn(room: string, text: string): Promise<string>
}

type Attachments = {
  sendImage(caption?: string): Promise<string>
  sendVideo(caption?: string): Promise<string>
  sendVoice(seconds?: number): Promise<string>
  sendSticker(): Promise<string>
  sendDocument(fileName: string, caption?: string): Promise<string>
  sendLocation(place: content.Place): Promise<string>
  sendContactCard(name: string, phone: string): Promise<string>
}

type Signs = {
  types(): void
  stopsTyping(): void
  /** Rings until that; null: until they hang up. */
  calls(ends?: 'timeout' | 'accepted_elsewhere' | null): Promise<void>
  /** Says that a message has arrived, which a phone that is on does by itself. */
  acknowledges(id: string): Promise<void>
  reads(id: string): Promise<void>
  /** Asks for a message once more, which a phone that could not read it does by itself. */
  asksAgain(id: string): Promise<void>
  /** Their phone comes back from an old copy: it cannot read what goes on in the session there was. */
  losesSession(): Promise<void>
  /** Messages wait for it on the way: nothing is heard and nothing confirmed. */
  switchesOff(): void
  switchesOn(): void
}

export function createContact(world: World, options: ContactOptions): Contact {
  const { phone } = options
  if (personAt(world, `${phone}@s.whatsapp.net`) !== undefined)
    throw new Error(`expected a phone nobody has yet, got ${phone}`)
  const handset = createHandset(world, options)
  world.people.push(handset.person)
  return {
    phone,
    name: options.name,
    pn: handset.address.pn,
    lid: handset.address.lid,
    heard: handset.heard,
    ...words(world, handset),
    ...attachments(handset),
    ...signs(world, handset),
  }
}

function words(world: World, { send, business, wrote, person }: Handset): Words {
  const keyOf = (id: string) => ({ remoteJid: business(), fromMe: wrote(id), id })
  return {
    send,
    say(text, { quoting, ...sending } = {}) {
      const author = business(sending.addressing)
      return send(content.textMessage(text, quoting && { ...quoting, author }), sending)
    },
    react: (emoji, to) => send(content.reactionMessage(emoji, keyOf(to))),
    sayFromAd: (text, ad) => send(content.adMessage(text, ad), { emptied: true }),
    edit: (id, text) => send(content.editMessage(keyOf(id), text)),
    unsay: (id) => send(content.revokeMessage(keyOf(id))),
    sayIn: (room, text) => sayInRoom(world, person, { room, text }),
  }
}

function attachments({ send }: Handset): Attachments {
  return {
    sendImage: (caption) => send(content.imageMessage(caption)),
    sendVideo: (caption) => send(content.videoMessage(caption)),
    sendVoice: (seconds = 7) => send(content.voiceMessage(seconds)),
    sendSticker: () => send(content.stickerMessage()),
    sendDocument: (fileName, caption) => send(content.documentMessage(fileName, caption)),
    sendLocation: (place) => send(content.locationMessage(place)),
    sendContactCard: (name, phone) => send(content.contactCardMessage(name, phone)),
  }
}

function signs(world: World, handset: Handset): Signs {
  const { person, receipt, askAgain, chat, business, switchOff, switchOn } = handset
  const chatState = (state: 'composing' | 'paused'): void => {
    const attrs = { from: chat, to: business() }
    if (world.active) world.link?.send(node('chatstate', attrs, [node(state)]))
  }
  return {
    types: () => chatState('composing'),
    stopsTyping: () => chatState('paused'),
    async calls(reason = 'timeout') {
      const call = { 'call-id': world.nextId(), 'call-creator': chat }
      const end = node('terminate', { ...call, ...(reason === null ? {} : { reason }) })
      for (const sign of [node('offer', call), end]) {
        const attrs = { from: chat, id: world.nextId(), t: seconds(new Date()) }
        await world.backlog.deliver(node('call', attrs, [sign]))
      }
    },
    acknowledges: (id) => receipt(id),
    reads: (id) => receipt(id, 'read'),
    asksAgain: askAgain,
    async losesSession() {
      await person.signal.forget(linkedDevice(world).lid)
    },
    switchesOff: switchOff,
    switchesOn: switchOn,
  }
}
