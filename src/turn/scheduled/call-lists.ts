import { type Account, callList, owedCalls } from '../../core/aftersale/call-list.js'
import { nextGesture, surprise } from '../../core/aftersale/gesture.js'
import { inLine } from '../../core/owner/alert.js'
import { callListText, type ListedCall, listedCalls } from '../../core/owner/call-list.js'
import { NEW_STAFF } from '../../core/owner/types.js'
import { nextCallList } from '../../core/schedule/call-list-time.js'
import { occurrenceId } from '../../core/schedule/due.js'
import { afterWorkingMinutes } from '../../core/schedule/working-time.js'
import type { ContactId, Iso } from '../../core/types.js'
import { buyers } from '../../store/accounts.js'
import { lastGesture } from '../../store/call-notices.js'
import type { ChatKey } from '../../store/chat-key.js'
import { addNotice, markNoticeSent } from '../../store/notices.js'
import type { StaffEntry } from '../../store/staff.js'
import { keepStaffMemory, staffMemory } from '../../store/staff-memory.js'
import { finishDue, finishTimer, setTimer, type Timer } from '../../store/timers.js'
import type { TurnDeps } from '../deps.js'
import { openCase } from '../open-case.js'
import { accountOn } from '../staff/accounts.js'
import { tellPerson } from '../staff/notify.js'
import { peopleFor } from '../staff/people.js'
import { activeStaff, everyActive } from '../staff/staff.js'
import { writeToStaff } from '../staff/write-to-staff.js'
import { NOTHING, type TurnResult } from '../turn-result.js'
import { isAsked } from './digest.js'
import { timerFor } from './timer-for.js'

/** Stands in place of a flow on the timers of the week's lists; no flow can be called so. */
export const CALL_LISTS = '@call-lists'

const NAME = 'llamadas-de-la-semana'

/** Sees to it that everybody's next list of calls is set, as the business file has it now. */
export function keepCallLists(deps: TurnDeps, now: Iso): void {
  for (const person of everyActive(deps.db, deps.business)) keepCallList(deps, person, now)
}

/** The same for one of them. A list that is overdue is left to the next beat. */
export function keepCallList(deps: TurnDeps, person: StaffEntry, now: Iso): void {
  const set = timerFor(deps.db, person, CALL_LISTS)
  if (set !== undefined && set.dueAt <= now && deps.business.calls.list !== null) return
  if (set !== undefined) finishTimer(deps.db, set.id, 'cancelled', 'held.overtaken')
  setNext(deps, person, now)
}

/** The week's list of one person is due: it goes if somebody is to be called, and the next one is set. */
export function sendCallList(deps: TurnDeps, key: ChatKey, timer: Timer): TurnResult {
  const { db, business, holidays } = deps
  const now = deps.now()
  if (!finishDue(db, timer.id, now)) return NOTHING
  const active = activeStaff(db, business, key.lineId)
  const person = active.find(({ contactId }) => contactId === key.contactId)
  if (person === undefined) return NOTHING
  // Late, because the program was off: not at night, but first thing when the business opens.
  const opens = afterWorkingMinutes(business, holidays, now, 0)
  if (opens !== null && opens > now) {
    setTimer(db, { ...timer, dueAt: opens }, now)
    return NOTHING
  }
  setNext(deps, person, now)
  const { keyAccounts, byId } = peopleFor(deps, { me: person, now, spokenOf: [] })
  const mine = keyAccounts().filter((account) => callerOf(account, active) === person)
  const listed = listedCalls(callList(mine, now, business), { byId })
  if (listed.length > 0) tellList(deps, person, listed, now)
  for (const { id: contactId } of owedCalls(mine, now, business)) {
    const about = { contactId, lineId: key.lineId }
    const state = openCase(deps, about)
    const notice = { kind: 'call_owed' } as const
    tellPerson(deps, { key: about, state, person, notice, replyTo: null, now })
  }
  if (person === inLine(active)[0]) suggest(deps, person, now)
  return { ...NOTHING, deliver: [key] }
}

/** Once a quarter: one customer, one gesture. */
function suggest(deps: TurnDeps, person: StaffEntry, now: Iso): void {
  const { db, business } = deps
  const { lineId } = person
  const stored = lastGesture(db, lineId)
  const last =
    stored?.notice.kind === 'gesture' ? { gesture: stored.notice.gesture, at: stored.at } : null
  const customers = {
    buyers: () => buyers(db, lineId),
    accountOf: (id: ContactId) => accountOn(deps, lineId, id),
  }
  const chosen = surprise(customers, last, now, business)
  const gesture = nextGesture(business.gestures, last?.gesture ?? null)
  if (chosen === null || gesture === null) return
  const key = { contactId: chosen.id, lineId }
  const notice = { kind: 'gesture', gesture } as const
  tellPerson(deps, { key, state: openCase(deps, key), person, notice, replyTo: null, now })
}

/** Who is to call somebody: whoever looks after them, else the first in line. */
function callerOf({ manager }: Account, active: readonly StaffEntry[]): StaffEntry | undefined {
  return active.find(({ phone }) => phone === manager) ?? inLine(active)[0]
}

function tellList(
  deps: TurnDeps,
  person: StaffEntry,
  listed: readonly ListedCall[],
  now: Iso,
): void {
  const { db, business, messages } = deps
  const { lineId, contactId } = person
  const text = callListText(listed, 'owner.calls.title_week', { now, business, messages })
  const outboxId = writeToStaff(deps, person, text, now)
  if (outboxId === null) return
  for (const { lead } of listed) {
    const notice = { kind: 'call_listed' } as const
    const entry = { lineId, contactId: lead.id, inquiryId: null, notice, forStaff: contactId }
    markNoticeSent(db, addNotice(db, { ...entry, at: now }), { forStaff: contactId, outboxId })
  }
  const memory = staffMemory(db, contactId) ?? NEW_STAFF
  if (isAsked(memory)) return
  const command = { kind: 'lead', name: null } as const
  const candidates = listed.map(({ lead }) => lead.id)
  keepStaffMemory(db, contactId, { ...memory, pending: { kind: 'which', command, candidates } })
}

function setNext({ db, business, holidays }: TurnDeps, person: StaffEntry, now: Iso): void {
  const { contactId, lineId } = person
  const dueAt = nextCallList(business, holidays, now)
  if (dueAt === null) return
  const id = occurrenceId(CALL_LISTS, lineId, contactId, dueAt)
  const timer = { id, contactId, lineId, name: NAME, flow: CALL_LISTS, step: '', held: null }
  setTimer(db, { ...timer, dueAt }, now)
}
