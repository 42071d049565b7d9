import { type Messages, message } from '../../core/messages.js'
import { unreachable } from '../../core/types.js'
import type { OutboxStatus } from '../../store/outbox.js'
import type { LogEntry } from '../deps.js'

/** How far a message got. */
export type Tick = 'waiting' | 'sent' | 'delivered' | 'read' | 'failed' | 'cancelled'

/** What the person wrote is read once the bot took it in; what the bot wrote, as its outbox says. */
export function tickOf(entry: LogEntry): Tick {
  if (entry.author === 'bot') return ofOutbox(entry.status)
  if (entry.author === 'human') return 'delivered'
  return entry.taken ? 'read' : 'delivered'
}

/** The same in words, for screen readers and where a sign is not enough. */
export function tickText(tick: Tick, messages: Messages): string {
  return TICKS[tick](messages)
}

function ofOutbox(status: OutboxStatus): Tick {
  switch (status) {
    case 'queued':
    case 'sending':
    case 'unknown':
      return 'waiting'
    case 'acknowledged':
      return 'sent'
    case 'delivered':
    case 'read':
    case 'failed':
    case 'cancelled':
      return status
    default:
      return unreachable(status)
  }
}

const TICKS: Record<Tick, (messages: Messages) => string> = {
  waiting: (messages) => message(messages, 'web.tick.waiting'),
  sent: (messages) => message(messages, 'web.tick.sent'),
  delivered: (messages) => message(messages, 'web.tick.delivered'),
  read: (messages) => message(messages, 'web.tick.read'),
  failed: (messages) => message(messages, 'web.tick.failed'),
  cancelled: (messages) => message(messages, 'web.tick.cancelled'),
}
