import { sql } from 'kysely'
import type { ContactId, Iso, LineId, MessageId } from '../core/types.js'
import type { Occasion } from './outbox.js'
import { type Query, statement } from './sqlite/statement.js'

/** As the partial index has it, to the letter. */
const UNFINISHED = ['queued', 'sending'] as const

export const insert = statement<{
  lineId: LineId
  contactId: ContactId
  chat: string
  messageId: MessageId
  content: string
  replyTo: MessageId | null
  occasion: Occasion
  notBefore: Iso | null
  at: Iso
}>()((query, arg) =>
  query.insertInto('outbox').values({
    line_id: arg('lineId'),
    contact_id: arg('contactId'),
    chat: arg('chat'),
    message_id: arg('messageId'),
    content: arg('content'),
    reply_to: arg('replyTo'),
    occasion: arg('occasion'),
    status: 'queued',
    reason: null,
    not_before: arg('notBefore'),
    created_at: arg('at'),
    updated_at: arg('at'),
  }),
)

const entries = (query: Query) =>
  query
    .selectFrom('outbox')
    .select(['id', 'line_id as lineId', 'contact_id as contactId', 'chat'])
    .select(['message_id as messageId', 'content', 'reply_to as replyTo', 'occasion', 'status'])
    .select(['reason', 'attempts', 'not_before as notBefore', 'created_at as at'])

export const selectNext = statement<{ contactId: ContactId; lineId: LineId }>()((query, arg) =>
  entries(query)
    .where('status', 'in', UNFINISHED)
    .where('contact_id', '=', arg('contactId'))
    .where('line_id', '=', arg('lineId'))
    .orderBy('id')
    .limit(1),
)

export const selectUnfinished = statement<{ contactId: ContactId; lineId: LineId }>()(
  (query, arg) =>
    entries(query)
      .where('status', 'in', UNFINISHED)
      .where('contact_id', '=', arg('contactId'))
      .where('line_id', '=', arg('lineId'))
      .orderBy('id'),
)

export const selectByMessageId = statement<{ messageId: MessageId }>()((query, arg) =>
  entries(query).where('message_id', '=', arg('messageId')),
)

export const selectChats = statement()((query) =>
  query
    .selectFrom('outbox')
    .select(['contact_id as contactId', 'line_id as lineId'])
    .where('status', 'in', UNFINISHED)
    .groupBy(['contact_id', 'line_id'])
    .orderBy(sql`min(id)`),
)

export const selectOccasions = statement<{ contactId: ContactId; since: Iso }>()((query, arg) =>
  query
    .selectFrom('outbox')
    .select('created_at as at')
    .distinct()
    .where('occasion', '=', 'proactive')
    .where('contact_id', '=', arg('contactId'))
    .where('created_at', '>=', arg('since'))
    .where('status', 'not in', ['cancelled', 'failed']),
)

type One = { id: number; at: Iso }

export const beginSending = statement<One>()((query, arg) =>
  query
    .updateTable('outbox')
    .set((row) => ({
      status: 'sending',
      attempts: row('attempts', '+', 1),
      updated_at: arg('at'),
    }))
    .where('id', '=', arg('id'))
    .where('status', 'in', UNFINISHED),
)

export const acknowledge = statement<One>()((query, arg) =>
  query
    .updateTable('outbox')
    .set({ status: 'acknowledged', reason: null, updated_at: arg('at') })
    .where('id', '=', arg('id'))
    .where('status', 'in', ['queued', 'sending', 'unknown']),
)

export const giveUp = statement<One & { status: 'unknown' | 'failed'; reason: string }>()(
  (query, arg) =>
    query
      .updateTable('outbox')
      .set({ status: arg('status'), reason: arg('reason'), updated_at: arg('at') })
      .where('id', '=', arg('id'))
      .where('status', 'in', ['queued', 'sending', 'unknown']),
)

export const queueAgain = statement<One & { notBefore: Iso | null }>()((query, arg) =>
  query
    .updateTable('outbox')
    .set({ status: 'queued', not_before: arg('notBefore'), updated_at: arg('at') })
    .where('id', '=', arg('id'))
    .where('status', 'in', ['queued', 'sending', 'unknown']),
)

type Receipt = { messageId: MessageId; at: Iso }

export const receiveDelivered = statement<Receipt>()((query, arg) =>
  query
    .updateTable('outbox')
    .set({ status: 'delivered', reason: null, updated_at: arg('at') })
    .where('message_id', '=', arg('messageId'))
    .where('status', 'in', ['sending', 'unknown', 'acknowledged'])
    .returning('id'),
)

export const receiveRead = statement<Receipt>()((query, arg) =>
  query
    .updateTable('outbox')
    .set({ status: 'read', reason: null, updated_at: arg('at') })
    .where('message_id', '=', arg('messageId'))
    .where('status', 'in', ['sending', 'unknown', 'acknowledged', 'delivered'])
    .returning('id'),
)

type Cancel = { contactId: ContactId; lineId: LineId; reason: string; at: Iso }

export const cancelAll = statement<Cancel>()((query, arg) =>
  query
    .updateTable('outbox')
    .set({ status: 'cancelled', reason: arg('reason'), updated_at: arg('at') })
    .where('status', 'in', UNFINISHED)
    .where('contact_id', '=', arg('contactId'))
    .where('line_id', '=', arg('lineId'))
    .where('status', '=', 'queued')
    .where('occasion', 'in', ['reply', 'proactive']),
)

export const cancelEverywhere = statement<{ reason: string; at: Iso }>()((query, arg) =>
  query
    .updateTable('outbox')
    .set({ status: 'cancelled', reason: arg('reason'), updated_at: arg('at') })
    .where('status', 'in', UNFINISHED)
    .where('status', '=', 'queued')
    .where('occasion', 'in', ['reply', 'proactive']),
)

export const cancelProactive = statement<Cancel>()((query, arg) =>
  query
    .updateTable('outbox')
    .set({ status: 'cancelled', reason: arg('reason'), updated_at: arg('at') })
    .where('status', 'in', UNFINISHED)
    .where('contact_id', '=', arg('contactId'))
    .where('line_id', '=', arg('lineId'))
    .where('status', '=', 'queued')
    .where('occasion', '=', 'proactive'),
)
