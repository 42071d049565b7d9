import { sql } from 'kysely'
import type { Ticket } from '../core/conversation/types.js'
import type { ContactId, InquiryId, Iso, LineId } from '../core/types.js'
import type { TicketsTable } from './schema/business.js'
import type { Database } from './sqlite/database.js'
import { statement } from './sqlite/statement.js'

/** One ticket that is not closed, as its row has it. */
type OpenTicket = Pick<Ticket, 'number' | 'priority' | 'said' | 'dueAt' | 'reopened'> & {
  readonly contactId: ContactId
  readonly status: TicketsTable['status']
  readonly openedAt: Iso
}

/** One more than the highest there is. */
export function nextTicketNumber(db: Database): number {
  return (selectLast(db).get({})?.number ?? 0) + 1
}

type Owner = { readonly contactId: ContactId; readonly inquiryId: InquiryId | null }
type Change = { readonly number: number; readonly ticket: Ticket | null }

/** Writes how a ticket stands now: opened, asked about, reopened, or, without one, closed. */
export function keepTicket(db: Database, owner: Owner, { number, ticket }: Change, at: Iso): void {
  if (ticket === null) {
    close(db).run({ number, at })
    return
  }
  const { status, said, dueAt, openedAt, priority, reopened } = ticket
  upsert(db).run({ ...owner, number, status, said, dueAt, openedAt, priority, reopened, at })
}

/** Whatever is not closed, of everybody, the one that falls due first in front. */
export function openTickets(db: Database, limit: number): readonly OpenTicket[] {
  return selectOpen(db).all({ limit })
}

export type Unwatched = {
  readonly number: number
  readonly contactId: ContactId
  readonly lineId: LineId
  readonly status: TicketsTable['status']
  readonly dueAt: Iso
}

/** Whatever is not closed and has no pending timer, with the line on which they were heard last. */
export function ticketsWithoutTimer(db: Database): readonly Unwatched[] {
  const lost = selectUnwatched(db).all({})
  return lost.filter(({ number }, at) => lost.findIndex((one) => one.number === number) === at)
}

const selectUnwatched = statement()((query) =>
  query
    .selectFrom('tickets')
    .innerJoin('conversations', 'conversations.contact_id', 'tickets.contact_id')
    .select(['tickets.number', 'tickets.contact_id as contactId', 'tickets.status'])
    .select(['conversations.line_id as lineId', 'tickets.due_at as dueAt'])
    .where('tickets.status', '<>', 'closed')
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('timers')
            .select('timers.id')
            .whereRef('timers.contact_id', '=', 'tickets.contact_id')
            .where('timers.status', '=', 'pending')
            .where('timers.flow', '=', sql<string>`'@ticket/' || tickets.number`),
        ),
      ),
    )
    .orderBy('conversations.heard_at', 'desc'),
)

const selectLast = statement()((query) =>
  query.selectFrom('tickets').select('number').orderBy('number', 'desc').limit(1),
)

const upsert = statement<
  Owner &
    Pick<OpenTicket, 'number' | 'priority' | 'said' | 'dueAt' | 'reopened' | 'openedAt'> & {
      status: TicketsTable['status']
      at: Iso
    }
>()((query, arg) =>
  query
    .insertInto('tickets')
    .values({
      number: arg('number'),
      contact_id: arg('contactId'),
      inquiry_id: arg('inquiryId'),
      status: arg('status'),
      text: arg('said'),
      due_at: arg('dueAt'),
      created_at: arg('openedAt'),
      closed_at: null,
      priority: arg('priority'),
      reopened: arg('reopened'),
      updated_at: arg('at'),
    })
    .onConflict((conflict) =>
      conflict.column('number').doUpdateSet((row) => ({
        status: row.ref('excluded.status'),
        text: row.ref('excluded.text'),
        due_at: row.ref('excluded.due_at'),
        closed_at: null,
        priority: row.ref('excluded.priority'),
        reopened: row.ref('excluded.reopened'),
        updated_at: row.ref('excluded.updated_at'),
      })),
    ),
)

const close = statement<{ number: number; at: Iso }>()((query, arg) =>
  query
    .updateTable('tickets')
    .set({ status: 'closed', closed_at: arg('at'), updated_at: arg('at') })
    .where('number', '=', arg('number')),
)

const selectOpen = statement<{ limit: number }>()((query, arg) =>
  query
    .selectFrom('tickets')
    .select(['number', 'contact_id as contactId', 'status', 'priority', 'text as said'])
    .select(['due_at as dueAt', 'reopened', 'created_at as openedAt'])
    .where('status', '<>', 'closed')
    .orderBy('due_at')
    .limit(arg('limit')),
)
