import type { ContactId, Iso, LineId } from '../core/types.js'
import type { TimersTable } from './schema/messages.js'
import type { Database } from './sqlite/database.js'
import { type Query, statement } from './sqlite/statement.js'

export type NewTimer = {
  /** Deterministic: setting it again is harmless. */
  readonly id: string
  readonly contactId: ContactId
  readonly lineId: LineId
  readonly name: string
  readonly flow: string
  readonly step: string
  readonly dueAt: Iso
  /** Why it waits longer than its flow says, as a message key. */
  readonly held: string | null
}

type TimerStatus = TimersTable['status']
export type Timer = NewTimer & { readonly status: TimerStatus; readonly reason: string | null }

/** Sets it, or moves it when that id is known already, whatever became of it. */
export function setTimer(db: Database, timer: NewTimer, at: Iso): void {
  const { id, contactId, lineId, name, flow, step, dueAt, held } = timer
  upsert(db).run({ id, contactId, lineId, name, flow, step, dueAt, held, at })
}

/**
 * Cancels the pending ones of that flow, those of every flow for null. Gives back how many. Timers
 * of no flow are the program's own (an erasure that is under way): they go on.
 */
export function cancelTimers(
  db: Database,
  contactId: ContactId,
  flow: string | null,
  reason: string,
): number {
  if (flow === null) return cancelAll(db).run({ contactId, reason }).changes
  return cancelOfFlow(db).run({ contactId, flow, reason }).changes
}

/** What waited only for this reason is due now: whoever fires it asks the gate again. */
export function releaseHeld(db: Database, reason: string, now: Iso): void {
  release(db).run({ reason, now })
}

/** When the next timer is due; null when none is pending. */
export function nextDueAt(db: Database): Iso | null {
  return selectNext(db).get({})?.dueAt ?? null
}

/** What is due at `now`, the earliest first. */
export function dueTimers(db: Database, now: Iso, limit: number): readonly Timer[] {
  return selectDue(db).all({ now, limit })
}

export function finishTimer(
  db: Database,
  id: string,
  status: 'fired' | 'cancelled',
  reason: string | null,
): void {
  finish(db).run({ id, status, reason })
}

/** It was due, and came to nothing for this reason. */
export function dropTimer(db: Database, id: string, reason: string): void {
  drop(db).run({ id, reason })
}

/**
 * What one contact is not told yet, or never will be, because of a rule of contact: the earliest first. `reason`
 * is that rule.
 */
export function heldBack(db: Database, contactId: ContactId): readonly HeldBack[] {
  return selectHeld(db).all({ contactId })
}

type HeldBack = {
  readonly name: string
  readonly dueAt: Iso
  readonly status: TimerStatus
  readonly reason: string
}

/** Marks it fired; false when it is no longer pending or no longer due. */
export function finishDue(db: Database, id: string, now: Iso): boolean {
  return fireDue(db).run({ id, now }).changes === 1
}

/** The pending ones of one contact, the earliest first. */
export function timersOf(db: Database, contactId: ContactId): readonly Timer[] {
  return selectOf(db).all({ contactId })
}

/** These, whatever became of them; ids that were never set are passed by. */
export function timersWithIds(db: Database, ids: readonly string[]): readonly Timer[] {
  return ids.flatMap((id) => selectById(db).get({ id }) ?? [])
}

const allTimers = (query: Query) =>
  query
    .selectFrom('timers')
    .select(['id', 'contact_id as contactId', 'line_id as lineId', 'name', 'flow', 'step'])
    .select(['due_at as dueAt', 'held', 'status', 'reason'])

const timers = (query: Query) =>
  allTimers(query).where('status', '=', 'pending').orderBy('due_at').orderBy('id')

const upsert = statement<NewTimer & { at: Iso }>()((query, arg) =>
  query
    .insertInto('timers')
    .values({
      id: arg('id'),
      contact_id: arg('contactId'),
      line_id: arg('lineId'),
      name: arg('name'),
      flow: arg('flow'),
      step: arg('step'),
      due_at: arg('dueAt'),
      status: 'pending',
      held: arg('held'),
      reason: null,
      created_at: arg('at'),
    })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({
        name: arg('name'),
        flow: arg('flow'),
        step: arg('step'),
        due_at: arg('dueAt'),
        status: 'pending',
        held: arg('held'),
        reason: null,
      }),
    ),
)

const cancelAll = statement<{ contactId: ContactId; reason: string }>()((query, arg) =>
  query
    .updateTable('timers')
    .set({ status: 'cancelled', reason: arg('reason') })
    .where('status', '=', 'pending')
    .where('contact_id', '=', arg('contactId'))
    .where('flow', '<>', ''),
)

const cancelOfFlow = statement<{ contactId: ContactId; flow: string; reason: string }>()(
  (query, arg) =>
    query
      .updateTable('timers')
      .set({ status: 'cancelled', reason: arg('reason') })
      .where('status', '=', 'pending')
      .where('contact_id', '=', arg('contactId'))
      .where('flow', '=', arg('flow')),
)

const fireDue = statement<{ id: string; now: Iso }>()((query, arg) =>
  query
    .updateTable('timers')
    .set({ status: 'fired', reason: null })
    .where('id', '=', arg('id'))
    .where('status', '=', 'pending')
    .where('due_at', '<=', arg('now')),
)

const selectNext = statement()((query) =>
  query
    .selectFrom('timers')
    .select('due_at as dueAt')
    .where('status', '=', 'pending')
    .orderBy('due_at')
    .limit(1),
)

const selectDue = statement<{ now: Iso; limit: number }>()((query, arg) =>
  timers(query).where('due_at', '<=', arg('now')).limit(arg('limit')),
)

const selectOf = statement<{ contactId: ContactId }>()((query, arg) =>
  timers(query).where('contact_id', '=', arg('contactId')),
)

const selectById = statement<{ id: string }>()((query, arg) =>
  allTimers(query).where('id', '=', arg('id')),
)

const drop = statement<{ id: string; reason: string }>()((query, arg) =>
  query
    .updateTable('timers')
    .set({ status: 'cancelled', reason: arg('reason') })
    .where('id', '=', arg('id')),
)

const NEVER = 'held.no_hours'

const selectHeld = statement<{ contactId: ContactId }>()((query, arg) =>
  query
    .selectFrom('timers')
    .select(['name', 'due_at as dueAt', 'status'])
    .select((row) => row.fn.coalesce('held', 'reason', row.val('')).as('reason'))
    .where('contact_id', '=', arg('contactId'))
    .where((row) =>
      row.or([
        row.and([row('status', '=', 'pending'), row('held', 'is not', null)]),
        row.and([row('status', '=', 'cancelled'), row('reason', '=', NEVER)]),
      ]),
    )
    .orderBy('due_at')
    .orderBy('id'),
)

const finish = statement<{ id: string; status: 'fired' | 'cancelled'; reason: string | null }>()(
  (query, arg) =>
    query
      .updateTable('timers')
      .set({ status: arg('status'), reason: arg('reason') })
      .where('id', '=', arg('id'))
      .where('status', '=', 'pending'),
)

const release = statement<{ reason: string; now: Iso }>()((query, arg) =>
  query
    .updateTable('timers')
    .set({ due_at: arg('now'), held: null })
    .where('status', '=', 'pending')
    .where('held', '=', arg('reason')),
)
