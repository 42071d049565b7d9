import type { BinaryNode, proto } from '@whiskeysockets/baileys'
import { type Address, addressOf } from './address.js'
import { type Heard, heardFrom } from './heard.js'
import { createTurns } from './in-turn.js'
import { node, seconds } from './node.js'
import { post } from './post.js'
import { createSignalDevice } from './signal.js'
import { retryReceipt } from './unreadable.js'
import type { Person, World } from './world.js'

/** A contact's phone: it writes, and keeps what it gets. */
export type Handset = {
  readonly person: Person
  readonly address: Address
  readonly heard: readonly Heard[]
  send(message: proto.IMessage, sending?: Sending): Promise<string>
  wrote(id: string): boolean
  /** The business as this chat knows it. */
  business(addressing?: Addressing): string
  /** The chat as the business knows it. */
  readonly chat: string
  receipt(id: string, type?: 'read'): Promise<void>
  /** Asks for a message once more. */
  askAgain(id: string): Promise<void>
  switchOff(): void
  switchOn(): void
}

export type ContactOptions = Names & {
  readonly phone: string
  readonly name: string
  /** The business's phone has a chat with them from before a device is linked. */
  readonly earlier?: boolean
}

export type Names = {
  /** Which of their two names their messages carry as the sender; today's WhatsApp uses the hidden one. */
  readonly addressing?: Addressing
  /** Whether the other name is told along with it. */
  readonly tellsBoth?: boolean
}

export type Addressing = 'lid' | 'pn'

export type Sending = Names & {
  readonly id?: string
  /** When they wrote it; now, unless told otherwise. */
  readonly at?: Date
  /** Arrives damaged, so that the client has to ask for it again. */
  readonly damaged?: boolean
  /** Only the envelope arrives; the business's own phone has the rest. */
  readonly emptied?: boolean
}

export function createHandset(world: World, options: ContactOptions): Handset {
  const address = addressOf(options.phone)
  const { addressing: usual = 'lid', tellsBoth: usually = true } = options
  const mailbox = createMailbox((one) => world.aside(receipt(one.id)))
  const person: Person = {
    address,
    name: options.name,
    earlier: options.earlier ?? false,
    signal: createSignalDevice(),
    hear: ({ id, chat, message }) => mailbox.put(heardFrom(id, chat, message)),
    inTurn: createTurns(),
    complaints: new Map(),
    sent: new Map(),
  }
  const chatOf = (id: string): string =>
    mailbox.heard.find((one) => one.id === id)?.chat ?? address[usual]
  const receipt: Handset['receipt'] = (id, type) => {
    const attrs = { id, from: chatOf(id), t: seconds(new Date()), ...(type ? { type } : {}) }
    return world.backlog.deliver(node('receipt', attrs))
  }
  return {
    person,
    address,
    heard: mailbox.heard,
    chat: address[usual],
    receipt,
    askAgain: (id) =>
      world.backlog.deliver(retryReceipt(world, person, { id, chat: chatOf(id), count: 1 })),
    wrote: (id) => person.sent.has(id),
    business: (addressing = usual) => world.ownPhone.address[addressing],
    async send(
      message,
      { id = world.nextId(), addressing = usual, tellsBoth = usually, ...how } = {},
    ) {
      const names = {
        from: address[addressing],
        ...(tellsBoth ? otherName(address, addressing) : {}),
      }
      await post(world, person, { id, message, attrs: { ...names, notify: options.name }, ...how })
      return id
    },
    switchOff: mailbox.shut,
    switchOn: mailbox.open,
  }
}

function otherName({ pn, lid }: Address, addressing: Addressing): BinaryNode['attrs'] {
  return addressing === 'lid' ? { sender_pn: pn } : { sender_lid: lid }
}

type Mailbox = {
  readonly heard: readonly Heard[]
  put(message: Heard): void
  shut(): void
  open(): void
}

/** Shows each id once, as a real phone does, and confirms what it shows; while it is off, messages wait outside. */
function createMailbox(confirm: (message: Heard) => void): Mailbox {
  const heard: Heard[] = []
  let outside: Heard[] | null = null
  const show = (message: Heard): void => {
    if (!heard.some(({ id }) => id === message.id)) heard.push(message)
    confirm(message)
  }
  return {
    heard,
    put(message) {
      if (outside === null) show(message)
      else outside.push(message)
    },
    shut() {
      outside ??= []
    },
    open() {
      const waited = outside ?? []
      outside = null
      for (const message of waited) show(message)
    },
  }
}
