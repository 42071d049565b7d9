import type { OwnerAction } from '../../core/conversation/events.js'
import type { Case } from '../../core/conversation/types.js'
import { ALERTS, alertOf, isUrgent } from '../../core/owner/alert.js'
import { occurrenceId } from '../../core/schedule/due.js'
import { afterWorkingMinutes } from '../../core/schedule/working-time.js'
import type { ContactId, Iso } from '../../core/types.js'
import type { ChatKey } from '../../store/chat-key.js'
import { alertsAbout, latestAlert, type StoredNotice } from '../../store/notices.js'
import type { Database } from '../../store/sqlite/database.js'
import { cancelTimers, setTimer, timersOf } from '../../store/timers.js'
import type { TurnDeps } from '../deps.js'

/** What becomes of an alert that nobody acts on, in this order. */
export const REMIND = 'recordar-aviso'
export const HAND_ON = 'pasar-aviso'

/**
 * From here on somebody is waited for: after so many working minutes the alert is repeated. A chat has
 * one alert at a time: who asks again does not push the reminder away.
 */
export function beginAlert(
  deps: TurnDeps,
  key: ChatKey,
  state: Case,
  { id, notice }: Pick<StoredNotice, 'id' | 'notice'>,
  now: Iso,
): void {
  const alert = alertOf(notice)
  if (alert === null || !isUrgent(alert, state, now)) return
  if (timersOf(deps.db, key.contactId).some(({ flow }) => flow === ALERTS)) return
  waitFor(deps, key, REMIND, id, now)
}

/** Sets the next step of an alert, counted in minutes in which the business is open. */
export function waitFor(
  deps: TurnDeps,
  { contactId, lineId }: ChatKey,
  name: typeof REMIND | typeof HAND_ON,
  notice: number,
  now: Iso,
): void {
  const { db, business, holidays } = deps
  const dueAt = afterWorkingMinutes(business, holidays, now, business.alertMinutes)
  if (dueAt === null) return
  const id = occurrenceId(ALERTS, notice, name)
  const step = String(notice)
  setTimer(db, { id, contactId, lineId, name, flow: ALERTS, step, dueAt, held: null }, now)
}

/** Of every alert about this contact. */
export function alertTimerIds(db: Database, contactId: ContactId): readonly string[] {
  return alertsAbout(db, contactId).flatMap((notice) =>
    [REMIND, HAND_ON].map((name) => occurrenceId(ALERTS, notice, name)),
  )
}

/** Somebody is dealing with these people. */
export function endAlerts({ db }: TurnDeps, people: readonly ContactId[]): void {
  for (const contactId of people) cancelTimers(db, contactId, ALERTS, 'held.attended')
}

/** Whoever was dealing with this person let go: the last alert counts again, from now on. */
export function alertAgain(
  deps: TurnDeps,
  key: ChatKey,
  state: Case,
  action: OwnerAction,
  now: Iso,
): void {
  const letsGo = action.kind === 'release' || (action.kind === 'undo' && action.of.kind === 'take')
  if (!letsGo || state.inquiry === null || state.inquiry.assignedTo !== null) return
  const last = latestAlert(deps.db, key.contactId)
  if (last !== null && last.inquiryId === state.inquiry.id) beginAlert(deps, key, state, last, now)
}
