import type { Business } from '../../core/business/types.js'
import { type Messages, message } from '../../core/messages.js'
import { type Option, unreachable } from '../../core/types.js'
import type { LogEntry, OutboxStatus } from '../deps.js'
import { contentText } from './content-text.js'
import { emphasised } from './emphasised.js'
import { markSaid, type Piece } from './mark-said.js'
import { when } from './when.js'

/** One bubble as the script draws it. `me` is the phone's own person. */
export type Bubble = {
  readonly id: string
  readonly side: 'me' | 'bot' | 'human'
  readonly pieces: readonly Piece[]
  readonly options: readonly Option[]
  readonly quote: { readonly id: string; readonly text: string } | null
  readonly day: string
  readonly time: string
  readonly tick: 'waiting' | 'sent' | 'delivered' | 'read' | 'failed' | 'none'
  /** The tick in words, for screen readers and where a sign is not enough. */
  readonly tickText: string
}

export type ChatFrame = {
  readonly messages: Messages
  readonly business: Business
  /** Words to mark in what the person wrote. */
  readonly said: readonly string[]
}

/** The newest messages shown; a page is for looking at a conversation, not for archives. */
const MOST = 300

/** A conversation as bubbles, oldest first. What the outbox gave up never reached the phone. */
export function chatView(log: readonly LogEntry[], frame: ChatFrame): readonly Bubble[] {
  const shown = log
    .filter((entry) => entry.author !== 'bot' || entry.status !== 'cancelled')
    .slice(-MOST)
  const lastAnswer = shown.findLastIndex((entry) => entry.author === 'bot')
  const texts = new Map(shown.map((entry) => [entry.id, textOf(frame.messages, entry)]))
  return shown.map((entry, at) => bubble(entry, at < lastAnswer, texts, frame))
}

function bubble(
  entry: LogEntry,
  answered: boolean,
  texts: ReadonlyMap<string, string>,
  { messages, business, said }: ChatFrame,
): Bubble {
  const mine = entry.author === 'contact'
  const text = texts.get(entry.id) ?? ''
  const tick = tickOf(entry, answered)
  return {
    id: entry.id,
    side: mine ? 'me' : entry.author,
    pieces: mine ? markSaid(text, said) : emphasised(text),
    options:
      entry.author === 'bot' && entry.message.kind === 'options' ? entry.message.options : [],
    quote: quoteOf(entry.replyTo, texts),
    ...when(entry.at, business),
    tick,
    tickText: TICKS[tick](messages),
  }
}

function quoteOf(id: string | null, texts: ReadonlyMap<string, string>): Bubble['quote'] {
  const text = id === null ? undefined : texts.get(id)
  if (id === null || text === undefined) return null
  return {
    id,
    text: emphasised(text)
      .map((piece) => piece.text)
      .join(''),
  }
}

function textOf(messages: Messages, entry: LogEntry): string {
  return entry.author === 'bot' ? entry.message.text : contentText(messages, entry.content)
}

// A stored message is delivered; the bot has read it when something of its own stands below it.
function tickOf(entry: LogEntry, answered: boolean): Bubble['tick'] {
  if (entry.author === 'bot') return ofOutbox(entry.status)
  if (entry.author === 'human') return 'sent'
  return answered ? 'read' : 'delivered'
}

function ofOutbox(status: OutboxStatus): Bubble['tick'] {
  switch (status) {
    case 'queued':
    case 'sending':
    case 'unknown':
      return 'waiting'
    case 'failed':
      return 'failed'
    // What arrived needs no tick: this is the phone it arrived at.
    case 'acknowledged':
    case 'delivered':
    case 'read':
    case 'cancelled':
      return 'none'
    default:
      return unreachable(status)
  }
}

const TICKS: Record<Bubble['tick'], (messages: Messages) => string> = {
  waiting: (messages) => message(messages, 'web.tick.waiting'),
  sent: (messages) => message(messages, 'web.tick.sent'),
  delivered: (messages) => message(messages, 'web.tick.delivered'),
  read: (messages) => message(messages, 'web.tick.read'),
  failed: (messages) => message(messages, 'web.tick.failed'),
  none: () => '',
}
