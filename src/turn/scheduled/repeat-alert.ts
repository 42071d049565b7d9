import type { Alert, Notice } from '../../core/conversation/effects.js'
import type { Case } from '../../core/conversation/types.js'
import { alertOf, isUrgent, nextInLine } from '../../core/owner/alert.js'
import { afterWorkingMinutes } from '../../core/schedule/working-time.js'
import type { Iso } from '../../core/types.js'
import type { ChatKey } from '../../store/chat-key.js'
import { noticeById, type SentNotice } from '../../store/notices.js'
import { type StaffEntry, staffState } from '../../store/staff.js'
import { finishDue, setTimer, type Timer } from '../../store/timers.js'
import type { TurnDeps } from '../deps.js'
import { openCase } from '../open-case.js'
import { tellPerson } from '../staff/notify.js'
import { activeStaff } from '../staff/staff.js'
import { NOTHING, type TurnResult } from '../turn-result.js'
import { HAND_ON, REMIND, waitFor } from './alert-timers.js'

type Repeating = {
  readonly deps: TurnDeps
  readonly key: ChatKey
  readonly state: Case
  readonly alert: Alert
  readonly sent: SentNotice
  readonly now: Iso
}

/**
 * Nobody acted on an alert in its time: first whoever got it is reminded, then the next in line gets
 * it. After that it stays on the day's list.
 */
export function repeatAlert(deps: TurnDeps, key: ChatKey, timer: Timer): TurnResult {
  const now = deps.now()
  if (!finishDue(deps.db, timer.id, now)) return NOTHING
  const sent = noticeById(deps.db, Number(timer.step))
  const alert = sent === null ? null : alertOf(sent.notice)
  const state = openCase(deps, key)
  if (sent === null || alert === null || !isUrgent(alert, state, now)) return NOTHING
  // Late, because the program was off: not at night, but first thing when the business opens.
  const dueAt = afterWorkingMinutes(deps.business, deps.holidays, now, 0)
  if (dueAt === null) return NOTHING
  if (dueAt > now) {
    setTimer(deps.db, { ...timer, dueAt }, now)
    return NOTHING
  }
  const work = { deps, key, state, alert, sent, now }
  return { ...NOTHING, deliver: timer.name === REMIND ? remind(work) : handOn(work) }
}

function remind(work: Repeating): readonly ChatKey[] {
  const { deps, key, alert, sent, now } = work
  const holder = holderOf(work)
  // Who got it is no longer named in the business file.
  if (holder === undefined) return handOn(work)
  waitFor(deps, key, HAND_ON, sent.id, now)
  return tell(work, holder, { kind: 'reminder', of: alert })
}

function handOn(work: Repeating): readonly ChatKey[] {
  const { deps, key, alert, sent } = work
  const next = nextInLine(activeOf(work), ({ contactId }) => contactId === sent.forStaff)
  if (next === null) return []
  const holder = holderOf(work)
  const known = staffState(deps.db, key.lineId)
  const from = known.find(({ contactId }) => contactId === sent.forStaff)?.name ?? ''
  return [
    ...tell(work, next, { kind: 'handed_on', of: alert, from }),
    ...(holder === undefined ? [] : tell(work, holder, { kind: 'gone_on', to: next.name })),
  ]
}

function activeOf({ deps, key }: Repeating): readonly StaffEntry[] {
  return activeStaff(deps.db, deps.business, key.lineId)
}

function holderOf(work: Repeating): StaffEntry | undefined {
  return activeOf(work).find(({ contactId }) => contactId === work.sent.forStaff)
}

/** What goes to whoever has the alert in their chat stands there as an answer to it. */
function tell(work: Repeating, person: StaffEntry, notice: Notice): readonly ChatKey[] {
  const { deps, key, state, sent, now } = work
  const replyTo = person.contactId === sent.forStaff ? sent.messageId : null
  return tellPerson(deps, { key, state, person, notice, replyTo, now })
}
