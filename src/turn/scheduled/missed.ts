import type { Notice } from '../../core/conversation/effects.js'
import { missedLine, missedText } from '../../core/owner/missed.js'
import { isoOf } from '../../core/schedule/local-time.js'
import type { Iso } from '../../core/types.js'
import type { ChatKey } from '../../store/chat-key.js'
import {
  addNotice,
  markNoticeSent,
  type StoredNotice,
  waitingNotices,
} from '../../store/notices.js'
import type { StaffEntry } from '../../store/staff.js'
import { finishDue, setTimer, type Timer } from '../../store/timers.js'
import type { TurnDeps } from '../deps.js'
import { openCase } from '../open-case.js'
import { cardProps } from '../staff/notify.js'
import { firstInLine } from '../staff/staff.js'
import { writeToStaff } from '../staff/write-to-staff.js'
import { NOTHING, type TurnResult } from '../turn-result.js'

/** Stands in place of a flow on the timer of the list; no flow can be called so. */
export const MISSED = '@missed'

const NAME = 'mensajes-viejos'
/** What waited while the bot was off comes in at once: the list is made when it has come to an end. */
const QUIET_MS = 20_000

/** Keeps who wrote too long ago to be answered, for the list that is made a moment later. */
export function keepMissed(
  deps: TurnDeps,
  { contactId, lineId }: ChatKey,
  notice: Notice,
  now: Iso,
): void {
  const owner = firstInLine(deps, lineId)
  addNotice(deps.db, { lineId, contactId, inquiryId: null, notice, forStaff: null, at: now })
  if (owner === null) return
  const dueAt = isoOf(Date.parse(now) + QUIET_MS)
  const named = { id: `${MISSED}:${lineId}`, name: NAME, flow: MISSED, step: '', held: null }
  setTimer(deps.db, { ...named, contactId: owner.contactId, lineId, dueAt }, now)
}

/** The list is due. */
export function fireMissed(deps: TurnDeps, key: ChatKey, timer: Timer): TurnResult {
  const now = deps.now()
  if (!finishDue(deps.db, timer.id, now)) return NOTHING
  const owner = firstInLine(deps, key.lineId)
  if (owner === null || !tellMissed(deps, owner, now)) return NOTHING
  return { ...NOTHING, deliver: [{ contactId: owner.contactId, lineId: owner.lineId }] }
}

/** Tells one person of everybody in one message; false when there is nobody to tell of. */
export function tellMissed(deps: TurnDeps, person: StaffEntry, now: Iso): boolean {
  const { db } = deps
  const waiting = waitingNotices(db, person.lineId).filter(({ notice }) => notice.kind === 'missed')
  if (waiting.length === 0) return false
  const lines = waiting.flatMap((one) => lineOf(deps, person, one, now))
  const outboxId = writeToStaff(deps, person, missedText(lines, deps), now)
  if (outboxId === null) return false
  for (const { id } of waiting) markNoticeSent(db, id, { forStaff: person.contactId, outboxId })
  return true
}

function lineOf(
  deps: TurnDeps,
  { lineId }: StaffEntry,
  { contactId, notice }: StoredNotice,
  now: Iso,
): readonly string[] {
  if (contactId === null || notice.kind !== 'missed') return []
  const key = { contactId, lineId }
  return [missedLine(notice, cardProps(deps, key, openCase(deps, key), now))]
}
