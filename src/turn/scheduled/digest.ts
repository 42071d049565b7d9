import { digestText } from '../../core/owner/digest.js'
import { MOST_TODAY } from '../../core/owner/today.js'
import type { Today } from '../../core/owner/today-things.js'
import { NEW_STAFF, type StaffState } from '../../core/owner/types.js'
import { isDigestTime, nextDigest } from '../../core/schedule/digest-time.js'
import { occurrenceId } from '../../core/schedule/due.js'
import { instantOf, isoOf, localTime } from '../../core/schedule/local-time.js'
import type { Iso } from '../../core/types.js'
import type { ChatKey } from '../../store/chat-key.js'
import { dayNews } from '../../store/day-news.js'
import type { StaffEntry } from '../../store/staff.js'
import { keepStaffMemory, staffMemory } from '../../store/staff-memory.js'
import { finishDue, finishTimer, setTimer, type Timer } from '../../store/timers.js'
import type { TurnDeps } from '../deps.js'
import { tellQuestions } from '../staff/questions.js'
import { activeMember, everyActive } from '../staff/staff.js'
import { todayFor } from '../staff/world.js'
import { writeToStaff } from '../staff/write-to-staff.js'
import { NOTHING, type TurnResult } from '../turn-result.js'
import { timerFor } from './timer-for.js'

/** Stands in place of a flow on the timers of digests; no flow can be called so. */
export const DIGESTS = '@digests'

const NAME = 'resumen-del-dia'

/** Sees to it that every active owner's next digest is set, as the business file has it now. */
export function keepDigests(deps: TurnDeps, now: Iso): void {
  for (const person of everyActive(deps.db, deps.business)) keepDigest(deps, person, now)
}

/** The same for one of them. A digest that is overdue is left to the next beat. */
export function keepDigest(deps: TurnDeps, person: StaffEntry, now: Iso): void {
  const { db, business } = deps
  const set = timerFor(db, person, DIGESTS)
  if (set === undefined) return setNext(deps, person, { since: now, after: now, now })
  if (set.dueAt <= now && business.digest !== null) return
  finishTimer(db, set.id, 'cancelled', 'held.overtaken')
  const since = sinceOf(set)
  const dayOf = (iso: Iso): number => localTime(iso, business.timeZone).day
  const today = dayOf(now)
  const isDone = dayOf(since) === today && dayOf(set.dueAt) > today
  setNext(deps, person, { since, after: isDone ? tomorrow(deps, now) : now, now })
}

/** The digest of one owner is due: it goes if there is something to say, and the next one is set. */
export function sendDigest(deps: TurnDeps, key: ChatKey, timer: Timer): TurnResult {
  const { db, business, holidays } = deps
  const now = deps.now()
  if (!finishDue(db, timer.id, now)) return NOTHING
  const person = activeMember(deps, key)
  if (person?.role !== 'owner') return NOTHING
  if (!isDigestTime(business, holidays, now)) {
    // The program was off in its time: what happened meanwhile stands in the next one.
    setNext(deps, person, { since: sinceOf(timer), after: now, now })
    return NOTHING
  }
  setNext(deps, person, { since: now, after: tomorrow(deps, now), now })
  const told = tellDay(deps, person, sinceOf(timer), now)
  const asked = tellQuestions(deps, person, sinceOf(timer), now)
  return told || asked ? { ...NOTHING, deliver: [key] } : NOTHING
}

/** False when there is nothing to say. */
function tellDay(deps: TurnDeps, person: StaffEntry, since: Iso, now: Iso): boolean {
  const { db, business, messages } = deps
  const { contactId, lineId, name } = person
  const memory = staffMemory(db, contactId) ?? NEW_STAFF
  const numbered = !isAsked(memory)
  const today = todayFor(deps, person, now)
  const news = dayNews(db, lineId, since)
  const text = digestText({ name, today, since, news, numbered, now, business, messages })
  if (text === null || writeToStaff(deps, person, text, now) === null) return false
  if (numbered) keepStaffMemory(db, contactId, listing(memory, today))
  return true
}

/** Another question of ours waits for their answer; a list of leads is none. */
export function isAsked({ pending }: StaffState): boolean {
  return pending !== null && !(pending.kind === 'which' && pending.command.kind === 'lead')
}

/** A number that they write back shows the card of that one. */
function listing(memory: StaffState, { things }: Today): StaffState {
  const candidates = things.slice(0, MOST_TODAY).map(({ lead }) => lead)
  if (candidates.length === 0) return memory
  const command = { kind: 'lead', name: null } as const
  return { ...memory, pending: { kind: 'which', command, candidates } }
}

type Next = { readonly since: Iso; readonly after: Iso; readonly now: Iso }

/** Only owners get one. The step of its timer is the time from which on it tells what happened. */
function setNext(deps: TurnDeps, person: StaffEntry, { since, after, now }: Next): void {
  const { db, business, holidays } = deps
  const { contactId, lineId } = person
  const next = person.role === 'owner' ? nextDigest(business, holidays, after) : null
  if (next === null) return
  const id = occurrenceId(DIGESTS, lineId, contactId, next.day)
  const timer = { id, contactId, lineId, name: NAME, flow: DIGESTS, held: null }
  setTimer(db, { ...timer, step: since, dueAt: next.at }, now)
}

function sinceOf({ step }: Timer): Iso {
  return isoOf(Date.parse(step))
}

function tomorrow({ business: { timeZone } }: TurnDeps, now: Iso): Iso {
  return instantOf(localTime(now, timeZone).day + 1, 0, timeZone)
}
