import type { Inbound, LineId, MessageId, Result } from '../../core/types.js'
import type { Channel, ChannelEvents, Delivery, Sent } from '../channel.js'
import { renderNumbered } from '../render.js'
import type { Ledger, LedgerLine } from './ledger.js'
import {
  type BadBody,
  type Desk,
  isoOf,
  messageIdOf,
  parseClock,
  parseHuman,
  parseMessage,
  parseTyping,
} from './parse.js'

export type SimulatorOptions = {
  readonly lineId: LineId
  readonly ledger: Ledger
  /** The app's clock. */
  readonly now: () => Date
  readonly events: ChannelEvents
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
  /** A human types on the business's own phone. */
  humanWrites(body: unknown): Promise<Result<{ readonly id: MessageId }, BadBody>>
  /** The ISO 8601 duration in a body of `POST /simulator/clock`. */
  readAdvance(body: unknown): Result<string, BadBody>
  handedOver(to: string, after: number): readonly LedgerLine[]
  /** The bot shows "typing…" in that chat. */
  botTypes(chat: string): boolean
}

const TYPING_MS = 20_000

/** Builds the simulated line. Nothing runs by itself: every move comes from a call. */
export function createSimulator(options: SimulatorOptions): Simulator {
  const { lineId, ledger, now, events, changed = () => {} } = options
  const typingSince = new Map<string, number>()
  const newMessageId = (): MessageId => messageIdOf(options.newId())
  const desk: Desk = { lineId, newMessageId, now, lines: (phone) => ledger.after(phone, 0) }
  const hand = async (parsed: Result<Inbound, BadBody>) => {
    if (!parsed.ok) return parsed
    await events.inbound(parsed.value)
    return { ok: true as const, value: { id: parsed.value.messageId } }
  }
  return {
    kind: 'simulator',
    lineId,
    newMessageId,
    send: async (delivery) => {
      const sent = handOver(ledger, delivery, now())
      typingSince.delete(delivery.chat)
      if (sent.ok) changed()
      return sent
    },
    whereabouts: async (_chat, id) => (ledger.has(id) ? 'handed_over' : 'absent'),
    typing: async (chat) => {
      typingSince.set(chat, now().getTime())
      changed()
    },
    close: async () => ledger.close(),
    receive: (body) => hand(parseMessage(body, desk)),
    humanWrites: (body) => hand(parseHuman(body, desk)),
    personTypes: (body) => {
      const parsed = parseTyping(body)
      if (!parsed.ok) return parsed
      events.typing(lineId, parsed.value)
      return { ok: true, value: null }
    },
    readAdvance: parseClock,
    handedOver: ledger.after,
    botTypes: (chat) => now().getTime() - (typingSince.get(chat) ?? -TYPING_MS) < TYPING_MS,
  }
}

function handOver(ledger: Ledger, delivery: Delivery, now: Date): Sent {
  const { chat, messageId, message, replyTo } = delivery
  const at = isoOf(now)
  try {
    ledger.append({
      id: messageId,
      to: chat,
      text: renderNumbered(message),
      ...(message.kind === 'options' ? { options: message.options } : {}),
      ...(replyTo === null ? {} : { replyTo }),
      at,
    })
    return { ok: true, at }
  } catch (cause) {
    return { ok: false, error: { kind: 'unreachable', cause } }
  }
}
