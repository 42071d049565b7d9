import { strung } from '../../core/business/quote.js'
import { message } from '../../core/messages.js'
import { plain } from '../../core/owner/quoted.js'
import { untilParams } from '../../core/schedule/held-text.js'
import type { ContactId, Iso, LineId } from '../../core/types.js'
import type { ChatKey } from '../../store/chat-key.js'
import { contactName } from '../../store/contact-name.js'
import { readSetting, writeSetting } from '../../store/settings.js'
import { waitForLock } from '../../store/sparing.js'
import type { StaffEntry } from '../../store/staff.js'
import { finishDue, finishTimer, releaseHeld, setTimer, type Timer } from '../../store/timers.js'
import type { TurnDeps } from '../deps.js'
import { firstInLine } from '../staff/staff.js'
import { writeToStaff } from '../staff/write-to-staff.js'
import { NOTHING, type TurnResult } from '../turn-result.js'

/** Stands in place of a flow on the timer of a restriction's end; no flow can be called so. */
export const STANDING = '@standing'

const NAME = 'fin-de-restriccion'
const DAY_TEXT = 10
/** More are counted. */
const MOST_NAMED = 3

/**
 * WhatsApp restricts the number: the first owner hears of it, once for each time it does, and again
 * when it is over. Gives back whom there is something to send to. To be called in a write job.
 */
export function tellStanding(deps: TurnDeps, lineId: LineId, until: Iso | null): ChatKey | null {
  const { db, business, messages } = deps
  const now = deps.now()
  const key = newsKey(lineId)
  // Where WhatsApp does not say until when, it is news again tomorrow.
  const news = until ?? now.slice(0, DAY_TEXT)
  const owner = firstInLine(deps, lineId)
  if (readSetting(db, key) === news || owner === null) return null
  const forms = { treatment: business.treatment, turn: 0 }
  const text =
    until === null
      ? message(messages, 'owner.line.restricted_open', {}, forms)
      : message(messages, 'owner.line.restricted', untilParams(until, business, messages), forms)
  if (writeToStaff(deps, owner, text, now) === null) return null
  writeSetting(db, key, news)
  writeSetting(db, openKey(lineId), now)
  if (until !== null) setTimer(db, endTimer(owner, until), now)
  return { contactId: owner.contactId, lineId }
}

/** The time that WhatsApp gave is over: unless it gave another meanwhile, so is the restriction. */
export function fireStanding(deps: TurnDeps, { lineId }: ChatKey, timer: Timer): TurnResult {
  const now = deps.now()
  if (!finishDue(deps.db, timer.id, now)) return NOTHING
  const until = deps.channel(lineId)?.lockedUntil?.() ?? null
  if (until !== null && until > now) {
    setTimer(deps.db, { ...timer, dueAt: until }, now)
    return NOTHING
  }
  const told = tellLifted(deps, lineId)
  return told === null ? NOTHING : { ...NOTHING, deliver: [told] }
}

/**
 * WhatsApp restricts the number no longer: whoever heard that it did hears of it once, with what
 * waited, and that is asked about again. Null where nobody was told. To be called in a write job.
 */
export function tellLifted(deps: TurnDeps, lineId: LineId): ChatKey | null {
  const { db } = deps
  const now = deps.now()
  const key = openKey(lineId)
  const owner = firstInLine(deps, lineId)
  if ((readSetting(db, key) ?? '') === '' || owner === null) return null
  const waiting = waitForLock(db, lineId)
  if (writeToStaff(deps, owner, liftedText(deps, waiting), now) === null) return null
  writeSetting(db, key, '')
  finishTimer(db, endTimer(owner, now).id, 'cancelled', 'held.overtaken')
  releaseHeld(db, 'held.locked', now)
  return { contactId: owner.contactId, lineId }
}

function liftedText({ db, messages }: TurnDeps, waiting: readonly ContactId[]): string {
  if (waiting.length === 0) return message(messages, 'owner.line.lifted')
  const named = waiting.slice(0, MOST_NAMED).flatMap((id) => contactName(db, id) ?? [])
  const more = waiting.length - named.length
  const others = more > 0 ? [message(messages, 'owner.line.lifted_others', { n: more })] : []
  const who = strung([...named.map(plain), ...others], messages)
  return message(messages, 'owner.line.lifted_waiting', { who })
}

function endTimer({ contactId, lineId }: StaffEntry, dueAt: Iso) {
  const id = `${STANDING}/${lineId}`
  return { id, contactId, lineId, name: NAME, flow: STANDING, step: '', dueAt, held: null }
}

function newsKey(lineId: LineId): string {
  return `standing/${lineId}`
}

/** Since when a restriction is known and its end was not told; empty when there is none. */
function openKey(lineId: LineId): string {
  return `standing-open/${lineId}`
}
