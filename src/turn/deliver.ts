import type { Channel, Sent } from '../channels/channel.js'
import { message } from '../core/messages.js'
import type { ChatKey } from '../store/chat-key.js'
import {
  deliverables,
  markFailed,
  markSending,
  markSent,
  markUnknown,
  type OutboxEntry,
  requeue,
} from '../store/outbox.js'
import { replaceMessage } from '../store/sent-files.js'
import { dropMessage } from '../store/sparing.js'
import type { TurnDeps } from './deps.js'
import { makeReady } from './make-ready.js'
import { openCase } from './open-case.js'
import { notify } from './staff/notify.js'
import { type Asked, hold, type Warden } from './warden.js'

const FIRST_RETRY = 1_000
const LAST_RETRY = 300_000
/** Tries of a file whose own server is out of reach, which take about a minute. */
const MOST_WITH_FILE = 5

/** What a delivery round came to. */
type Delivered = {
  /** Something is to be tried again after so many ms; null: nothing is left. */
  readonly retryAfter: number | null
  /** Chats of those who were told that something was refused. */
  readonly told: readonly ChatKey[]
}

/**
 * Sends what a chat has waiting, in order, each with the id chosen when it was written. A message
 * that fails for now stops the round: a later one never overtakes it. One of unknown outcome goes
 * once more, with the same id, and is then left alone. `underWay` holds what is just being handed over:
 * of two chats that turned out to be one, both may be. The warden may hold one back: later answers wait for
 * an earlier one, and for nothing else.
 */
export async function deliver(
  deps: TurnDeps,
  key: ChatKey,
  underWay: Set<number>,
  warden: Warden,
): Promise<Delivered> {
  const channel = deps.channel(key.lineId)
  const told: ChatKey[] = []
  if (channel === null) return { retryAfter: null, told }
  for (const entry of deliverables(deps.db, key.contactId, key.lineId)) {
    if (underWay.has(entry.id)) return { retryAfter: FIRST_RETRY, told }
    const asked = entry.status === 'queued' ? warden.ask(channel, entry) : null
    if (asked !== null && asked.kind !== 'go') {
      await keepBack(deps, entry, asked)
      if (entry.occasion === 'reply') return { retryAfter: null, told }
      continue
    }
    underWay.add(entry.id)
    try {
      if (!(await deliverOne(deps, channel, entry, { told, pauseMs: asked?.pauseMs ?? null }))) {
        return { retryAfter: backOff(entry.attempts), told }
      }
    } finally {
      underWay.delete(entry.id)
    }
  }
  return { retryAfter: null, told }
}

/** False when it has to be tried again. */
async function deliverOne(
  deps: TurnDeps,
  channel: Channel,
  waiting: OutboxEntry,
  { told, pauseMs }: { readonly told: ChatKey[]; readonly pauseMs: number | null },
): Promise<boolean> {
  const entry = waiting.message.kind === 'unmade' ? await makeReady(deps, waiting) : waiting
  const sent = await handOver(deps, channel, entry, pauseMs)
  if (sent === 'cancelled') return true
  if (!(await conclude(deps, entry, sent, told))) return false
  deps.changed()
  return true
}

/** Says in its row why it does not leave now. */
async function keepBack(
  deps: TurnDeps,
  entry: OutboxEntry,
  asked: Exclude<Asked, { kind: 'go' }>,
): Promise<void> {
  const now = deps.now()
  await deps.db.write(() =>
    asked.kind === 'never'
      ? dropMessage(deps.db, entry.id, asked.reason, now)
      : hold(deps, entry, asked, now),
  )
  deps.changed()
}

async function handOver(
  deps: TurnDeps,
  channel: Channel,
  entry: OutboxEntry,
  pauseMs: number | null,
): Promise<Sent | 'cancelled'> {
  if (entry.status === 'sending') {
    // A hand-over that was cut short: only where the channel cannot tell is it sent again.
    const where = await channel.whereabouts(entry.chat, entry.messageId)
    if (where === 'handed_over') return { ok: true, at: deps.now() }
  } else {
    await showTyping(deps, channel, entry, pauseMs)
    const mine = await deps.db.write(() => markSending(deps.db, entry.id, deps.now()))
    if (!mine) return 'cancelled'
  }
  const { chat, messageId, message, replyTo } = entry
  return channel.send({ chat, messageId, message, replyTo })
}

/** Notices to the business's own people come at once; a customer sees somebody type first. */
async function showTyping(
  deps: TurnDeps,
  channel: Channel,
  entry: OutboxEntry,
  pauseMs: number | null,
): Promise<void> {
  if (entry.occasion === 'notice') return
  const length = entry.message.text.length
  const pause = pauseMs ?? Math.min(3_500, 400 + length * 12)
  const paced = deps.pace(pause)
  await channel.typing(entry.chat)
  await paced
}

/** Writes down how a hand-over ended; false when it has to be tried again. */
async function conclude(
  deps: TurnDeps,
  entry: OutboxEntry,
  sent: Sent,
  told: ChatKey[],
): Promise<boolean> {
  const { db, now } = deps
  if (sent.ok) {
    await db.write(() => markSent(db, entry.id, now()))
    return true
  }
  const { error } = sent
  if (error.kind === 'refused') {
    told.push(...(await db.write(() => refuse(deps, entry, error.reason))))
    return true
  }
  deps.log.warn({ messageId: entry.messageId, problem: error.kind }, 'hand-over failed')
  const replayed = entry.status === 'sending'
  if (error.kind === 'unstored' && !replayed) {
    await db.write(() => withoutFile(deps, entry))
    return false
  }
  if (error.kind !== 'unreachable' && replayed) {
    // It may have arrived twice already: not knowing is better than a third time.
    await db.write(() => markUnknown(db, entry.id, 'not acknowledged', now()))
    return true
  }
  // Not sent for certain goes back to the queue. What may have been sent before stays in `sending`, so
  // that the channel is asked about it before it goes once more.
  if (error.kind === 'unreachable' && !replayed) {
    await db.write(() => requeue(db, entry.id, null, now()))
  }
  return false
}

/** It is tried again, and after some time its words go alone: whatever comes after it waits for it. */
function withoutFile({ db, business, messages, now }: TurnDeps, entry: OutboxEntry): void {
  requeue(db, entry.id, null, now())
  if (entry.attempts < MOST_WITH_FILE) return
  const forms = { treatment: business.treatment, turn: 0 }
  const text = message(messages, 'owner.file_missing', { text: entry.message.text }, forms)
  replaceMessage(db, entry.id, { kind: 'text', text: text.trim() })
}

/** Whoever is in charge hears of what a customer will not get; of their own news they would not hear either. */
function refuse(deps: TurnDeps, entry: OutboxEntry, reason: string): readonly ChatKey[] {
  const now = deps.now()
  markFailed(deps.db, entry.id, reason, now)
  if (entry.occasion === 'notice') return []
  const notice = { kind: 'undelivered', said: entry.message.text } as const
  return notify(deps, entry, openCase(deps, entry, entry.chat), notice, now)
}

function backOff(attempts: number): number {
  return Math.min(LAST_RETRY, FIRST_RETRY * 2 ** Math.min(attempts, 10))
}
