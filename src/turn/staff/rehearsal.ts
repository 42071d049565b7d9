import type { Notice } from '../../core/conversation/effects.js'
import type { Case } from '../../core/conversation/types.js'
import { displayName } from '../../core/owner/find-lead.js'
import {
  rehearsalBegun,
  rehearsalEnd,
  rehearsalSum,
  waiting,
} from '../../core/owner/rehearsal-text.js'
import { countShown, newRehearsal, rehearsalUntil } from '../../core/rehearsal/house.js'
import { isoOf } from '../../core/schedule/local-time.js'
import { HOUR } from '../../core/schedule/units.js'
import type { ContactId, Iso, LineId } from '../../core/types.js'
import type { ChatKey } from '../../store/chat-key.js'
import { keepHouse, readHouse } from '../../store/house.js'
import { findLead } from '../../store/leads.js'
import { openRehearsals } from '../../store/rehearsals.js'
import type { StaffEntry } from '../../store/staff.js'
import { cancelTimers, finishDue, releaseHeld, setTimer, type Timer } from '../../store/timers.js'
import type { TurnDeps } from '../deps.js'
import { openCase } from '../open-case.js'
import { NOTHING, type TurnResult } from '../turn-result.js'
import { notify, tellPerson } from './notify.js'
import { leadOf } from './open-lead.js'
import { firstInLine } from './staff.js'
import { writeToStaff } from './write-to-staff.js'

/** Stands in place of a flow on the timers of a rehearsal; no flow can be called so. */
export const REHEARSALS = '@rehearsal'
export const HELD_REHEARSAL = 'held.rehearsal'

const MOST = 50

/** The rehearsal of the business file begins with the first message of somebody, and only once. */
export function beginRehearsal(deps: TurnDeps, lineId: LineId, now: Iso): void {
  const { db, business } = deps
  const days = business.number.rehearsal
  if (days === 0 || readHouse(db).rehearsal !== null) return
  keepHouse(db, { rehearsal: newRehearsal(now, days, business.timeZone) })
  const first = firstInLine(deps, lineId)
  if (first !== null) keepRehearsal(deps, first, now)
}

/** Sees to it that whoever is first in line hears when it is over. */
export function keepRehearsal(deps: TurnDeps, person: StaffEntry, now: Iso): void {
  const { rehearsal } = readHouse(deps.db)
  if (rehearsal === null || rehearsal.told) return
  if (firstInLine(deps, person.lineId)?.contactId !== person.contactId) return
  setTimer(deps.db, timerOf(person, 'end', rehearsal.until), now)
}

/** It ends otherwise than was planned: nothing more is due of it. */
export function dropRehearsal(deps: TurnDeps, lineId: LineId): void {
  const first = firstInLine(deps, lineId)
  if (first !== null) cancelTimers(deps.db, first.contactId, REHEARSALS, 'held.overtaken')
}

/** Somebody of the staff wrote their first word: a rehearsal may be going on. */
export function joinRehearsal(deps: TurnDeps, person: StaffEntry, now: Iso): void {
  keepRehearsal(deps, person, now)
  announceRehearsal(deps, person.lineId, now)
}

/** Whoever is first in line hears once that it began, and whose answer waits already. */
function announceRehearsal(deps: TurnDeps, lineId: LineId, now: Iso): void {
  const { db, business, messages } = deps
  const { rehearsal } = readHouse(db)
  const person = firstInLine(deps, lineId)
  const isOver = rehearsalUntil(rehearsal, now) === null
  if (rehearsal === null || isOver || rehearsal.announced || person === null) return
  keepHouse(db, { rehearsal: { ...rehearsal, announced: true } })
  const begun = rehearsalBegun(rehearsal.until, { now, business, messages })
  const names = rehearsal.shown.length > 1 ? namesOf(deps, lineId, now) : []
  writeToStaff(deps, person, [begun, ...waiting(names, deps)].join('\n'), now)
}

/** Told one by one while there is room in this hour, and summed up when it is over. */
export function tellRehearsal(
  deps: TurnDeps,
  key: ChatKey,
  state: Case,
  notice: Extract<Notice, { kind: 'rehearsal' }>,
  now: Iso,
): readonly ChatKey[] {
  const { db, business } = deps
  const { rehearsal } = readHouse(db)
  if (rehearsal === null) return []
  const { next, shows } = countShown(rehearsal, now, business.number.rehearsalPerHour)
  keepHouse(db, { rehearsal: next })
  announceRehearsal(deps, key.lineId, now)
  if (shows) return notify(deps, key, state, notice, now)
  const first = firstInLine(deps, key.lineId)
  if (first === null) return []
  const oldest = next.shown[0] ?? now
  const dueAt = isoOf(Date.parse(oldest) + HOUR)
  setTimer(db, timerOf(first, 'sum', dueAt), now)
  return []
}

/** The sum of an hour is due, or the end of it all. */
export function fireRehearsal(deps: TurnDeps, key: ChatKey, timer: Timer): TurnResult {
  const { db } = deps
  const now = deps.now()
  if (!finishDue(db, timer.id, now)) return NOTHING
  const { rehearsal } = readHouse(db)
  const person = firstInLine(deps, key.lineId)
  if (rehearsal === null || person === null) return NOTHING
  if (timer.step === 'sum') {
    if (rehearsal.hidden === 0) return NOTHING
    keepHouse(db, { rehearsal: { ...rehearsal, hidden: 0 } })
    return tell(deps, person, rehearsalSum(rehearsal.hidden, namesOf(deps, key.lineId, now), deps))
  }
  if (rehearsal.told) return NOTHING
  // It was prolonged meanwhile.
  if (rehearsal.until > now) {
    keepRehearsal(deps, person, now)
    return NOTHING
  }
  keepHouse(db, { rehearsal: { ...rehearsal, told: true } })
  releaseHeld(db, HELD_REHEARSAL, now)
  return tell(deps, person, rehearsalEnd(namesOf(deps, key.lineId, now), deps))
}

/** As news, so that their next word is about it. */
export function showRehearsed(
  deps: TurnDeps,
  person: StaffEntry,
  contactId: ContactId,
  now: Iso,
): void {
  const key = { contactId, lineId: person.lineId }
  const state = openCase(deps, key)
  const { rehearsed } = state.dialogue
  if (rehearsed === null) return
  const { id, said, messages } = rehearsed
  const notice = { kind: 'rehearsal', id, said, messages } as const
  tellPerson(deps, { key, state, person, notice, replyTo: null, now })
}

/** Whether the bot only rehearses now. */
export function isRehearsing({ db }: Pick<TurnDeps, 'db'>, now: Iso): boolean {
  return rehearsalUntil(readHouse(db).rehearsal, now) !== null
}

function tell(deps: TurnDeps, person: StaffEntry, text: string): TurnResult {
  writeToStaff(deps, person, text, deps.now())
  const { contactId, lineId } = person
  return { ...NOTHING, deliver: [{ contactId, lineId }] }
}

/** Whose answer waits for a word. */
function namesOf(deps: TurnDeps, lineId: LineId, now: Iso): readonly string[] {
  return openRehearsals(deps.db, lineId, MOST).flatMap((id) => {
    const row = findLead(deps.db, lineId, id)
    return row === null ? [] : [displayName(leadOf(deps, row, now), deps.messages)]
  })
}

function timerOf({ contactId, lineId }: StaffEntry, step: 'end' | 'sum', dueAt: Iso) {
  const id = `${REHEARSALS}/${step}/${lineId}/${contactId}`
  const name = step === 'end' ? 'fin-del-ensayo' : 'resumen-del-ensayo'
  return { id, contactId, lineId, name, flow: REHEARSALS, step, dueAt, held: null }
}
