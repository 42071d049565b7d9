import type { Identity, Inbound, Iso, LineId, MessageId, Outgoing } from '../core/types.js'

/** One message to hand over. `chat` is the channel's own address of the person. */
export type Delivery = {
  readonly chat: string
  /** Chosen and stored before the first attempt; every retry carries the same one. */
  readonly messageId: MessageId
  readonly message: Outgoing
  readonly replyTo: MessageId | null
}

export type SendProblem =
  | { readonly kind: 'refused'; readonly reason: string } // never retried
  | { readonly kind: 'unreachable'; readonly cause: unknown } // retried with back-off
  | { readonly kind: 'unstored'; readonly cause: unknown } // its file cannot be put there; words alone could
  | { readonly kind: 'unknown' } // handed over perhaps: only ever replayed with the same id

export type Sent =
  | { readonly ok: true; readonly at: string }
  | { readonly ok: false; readonly error: SendProblem }

/** What became of a message whose hand-over was interrupted: some channels can tell. */
export type Whereabouts = 'handed_over' | 'absent' | 'unknown'

export type Channel = {
  readonly kind: 'simulator' | 'baileys' | 'cloud'
  readonly lineId: LineId
  send(delivery: Delivery): Promise<Sent>
  whereabouts(chat: string, messageId: MessageId): Promise<Whereabouts>
  /** A new id in the channel's own format. */
  newMessageId(): MessageId
  /** Shows "typing…" where the channel can; a no-op elsewhere. */
  typing(chat: string): Promise<void>
  /** Shows the person that these messages of theirs were read; a no-op elsewhere. */
  read(chat: string, messages: readonly MessageId[]): Promise<void>
  /** Until when the number may not write to anybody new; null while it may. Where the channel knows. */
  readonly lockedUntil?: () => Iso | null
  close(): Promise<void>
}

/** What a channel reports; `inbound` resolves only after the message is stored for good. */
export type ChannelEvents = {
  inbound(message: Inbound): Promise<void>
  typing(lineId: LineId, chat: string): void
  /** What became of a message of ours on the other phone; in any order, and repeated at will. */
  receipt(lineId: LineId, messageId: MessageId, status: Receipt): Promise<void>
  /** These are one and the same person, as the channel has just learned. */
  identities(lineId: LineId, identities: readonly Identity[]): Promise<void>
  /** The number had chats with these people before the moment it was linked. */
  acquaintances(people: readonly (readonly Identity[])[], since: Iso): Promise<void>
  /** WhatsApp lets the number open no new chats, until then where it says so. */
  standing(lineId: LineId, lockedUntil: Iso | null): Promise<void>
  /** WhatsApp says that the number may open new chats, whether or not it was kept from it. */
  unrestricted(lineId: LineId): Promise<void>
  /** Messages can leave again: what waits on the line need not wait for its next try. */
  ready(lineId: LineId): void
}

export type Receipt = 'delivered' | 'read'
