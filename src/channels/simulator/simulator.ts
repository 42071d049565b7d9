import { isoOf } from '../../core/schedule/local-time.js'
import type { Inbound, Iso, LineId, MessageId, Result } from '../../core/types.js'
import type { Channel, ChannelEvents, Delivery, Sent } from '../channel.js'
import { renderNumbered } from '../render.js'
import type { Ledger, LedgerLine } from './ledger.js'
import {
  type BadBody,
  type Desk,
  messageIdOf,
  type NamedChat,
  parseChat,
  parseClock,
  parseHuman,
  parseMessage,
  parsePhone,
} from './parse.js'

type SimulatorOptions = {
  readonly lineId: LineId
  readonly ledger: Ledger
  /** The app's clock. */
  readonly now: () => Date
  readonly events: Pick<
    ChannelEvents,
    'inbound' | 'typing' | 'receipt' | 'standing' | 'unrestricted'
  >
  readonly newId: () => string
  /** Told after every hand-over and when the bot starts typing, so that a page can follow. */
  readonly changed?: () => void
}

/** A channel whose phones live in a file. Bodies are those of `POST /simulator/…`, unchecked. */
export type Simulator = Channel & {
  /** Resolves once the message is stored; rejects when it could not be. */
  receive(body: unknown): Promise<Result<{ readonly id: MessageId }, BadBody>>
  /** The person types. */
  personTypes(body: unknown): Result<null, BadBody>
  /** The person looks at the chat: what their phone holds is read. */
  personReads(body: unknown): Promise<Result<null, BadBody>>
  /** A human types on the business's own phone. */
  humanWrites(body: unknown): Promise<Result<{ readonly id: MessageId }, BadBody>>
  /** The ISO 8601 duration in a body of `POST /simulator/clock`. */
  readAdvance(body: unknown): Result<string, BadBody>
  /** The chat named in a body of `POST /simulator/reset` or `/simulator/save-as-test`. */
  readChat(body: unknown): Result<NamedChat, BadBody>
  handedOver(to: string, after: number): readonly LedgerLine[]
  /** As when WhatsApp lets the number open no new chats until then; null for no longer. */
  restrict(until: Iso | null): Promise<void>
  /** The bot shows "typing…" in that chat. */
  botTypes(chat: string): boolean
}

/** Builds the simulated line. Nothing runs by itself: every move comes from a call. */
export function createSimulator(options: SimulatorOptions): Simulator {
  const { lineId, ledger, now, events } = options
  const typing = createTyping(now)
  const standing: Standing = { lockedUntil: null }
  const channel = channelOf(options, typing, standing)
  const lines = (phone: string) => ledger.after(phone, 0)
  const desk: Desk = { lineId, newMessageId: channel.newMessageId, now, lines }
  const unread = createUnread(ledger)
  const hand = async (parsed: Result<Inbound, BadBody>) => {
    if (!parsed.ok) return parsed
    await events.inbound(parsed.value)
    return { ok: true as const, value: { id: parsed.value.messageId } }
  }
  return {
    ...channel,
    receive: (body) => hand(parseMessage(body, desk)),
    humanWrites: (body) => hand(parseHuman(body, desk)),
    personTypes: (body) => {
      const parsed = parsePhone(body)
      if (!parsed.ok) return parsed
      events.typing(lineId, parsed.value)
      return { ok: true, value: null }
    },
    personReads: async (body) => {
      const parsed = parsePhone(body)
      if (!parsed.ok) return parsed
      await Promise.all(unread(parsed.value).map((id) => events.receipt(lineId, id, 'read')))
      return { ok: true, value: null }
    },
    readAdvance: parseClock,
    readChat: parseChat,
    handedOver: ledger.after,
    restrict: async (until) => {
      standing.lockedUntil = until
      await (until === null ? events.unrestricted(lineId) : events.standing(lineId, until))
    },
    botTypes: typing.shown,
  }
}

type Standing = { lockedUntil: Iso | null }

/** The line as the rest of the house sees it, like any other. */
function channelOf(options: SimulatorOptions, typing: Typing, standing: Standing): Channel {
  const { lineId, ledger, now, events, changed = () => {} } = options
  return {
    kind: 'simulator',
    lineId,
    newMessageId: () => messageIdOf(options.newId()),
    send: async (delivery) => {
      const sent = handOver(ledger, delivery, now())
      typing.stop(delivery.chat)
      if (!sent.ok) return sent
      changed()
      // A simulated phone is always on, and reports for itself.
      void events.receipt(lineId, delivery.messageId, 'delivered')
      return sent
    },
    whereabouts: async (_chat, id) => (ledger.has(id) ? 'handed_over' : 'absent'),
    typing: async (chat) => {
      typing.start(chat)
      changed()
    },
    lockedUntil: () => standing.lockedUntil,
    // The page shows what the bot has read from its own records.
    read: async () => {},
    close: async () => ledger.close(),
  }
}

const TYPING_MS = 20_000

type Typing = ReturnType<typeof createTyping>

/** In which chats the bot shows "typing…", which fades by itself as on a phone. */
function createTyping(now: () => Date) {
  const since = new Map<string, number>()
  return {
    start: (chat: string) => void since.set(chat, now().getTime()),
    stop: (chat: string) => void since.delete(chat),
    shown: (chat: string) => now().getTime() - (since.get(chat) ?? -TYPING_MS) < TYPING_MS,
  }
}

const SCREEN = 50

/** What a phone has been handed since it was last looked at; the last screen of it after a start. */
function createUnread(ledger: Ledger): (phone: string) => readonly MessageId[] {
  const seen = new Map<string, number>()
  return (phone) => {
    const lines = ledger.after(phone, seen.get(phone) ?? 0).slice(-SCREEN)
    const last = lines.at(-1)
    if (last !== undefined) seen.set(phone, last.seq)
    return lines.map(({ id }) => messageIdOf(id))
  }
}

function handOver(ledger: Ledger, delivery: Delivery, now: Date): Sent {
  const { chat, messageId, message, replyTo } = delivery
  const at = isoOf(now.getTime())
  try {
    ledger.append({
      id: messageId,
      to: chat,
      text: renderNumbered(message),
      ...(message.kind === 'options' ? { options: message.options } : {}),
      ...(message.kind === 'file' ? { file: message.file } : {}),
      ...(replyTo === null ? {} : { replyTo }),
      at,
    })
    return { ok: true, at }
  } catch (cause) {
    return { ok: false, error: { kind: 'unreachable', cause } }
  }
}
