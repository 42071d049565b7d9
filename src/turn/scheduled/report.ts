import { diagnose } from '../../core/funnel/diagnosis.js'
import { message } from '../../core/messages.js'
import { type ModelWeek, type Report, reportText } from '../../core/owner/report.js'
import { reportPicture } from '../../core/owner/report-picture.js'
import type { Picture } from '../../core/picture/draw.js'
import { occurrenceId } from '../../core/schedule/due.js'
import { localTime } from '../../core/schedule/local-time.js'
import { nextReport } from '../../core/schedule/report-time.js'
import type { Iso, Outgoing } from '../../core/types.js'
import type { ChatKey } from '../../store/chat-key.js'
import { diagnosisRows } from '../../store/diagnosis-rows.js'
import { callFigures } from '../../store/llm-calls.js'
import type { Database } from '../../store/sqlite/database.js'
import type { StaffEntry } from '../../store/staff.js'
import { finishDue, finishTimer, setTimer, type Timer } from '../../store/timers.js'
import { turnCount } from '../../store/turn-counts.js'
import {
  countWaiting,
  firstDay,
  type Span,
  spanOf,
  ticketCounts,
  weekCounts,
} from '../../store/week-counts.js'
import type { TurnDeps } from '../deps.js'
import { knownFigures, placeOf } from '../staff/figures.js'
import { activeMember, everyActive } from '../staff/staff.js'
import { writeToStaff } from '../staff/write-to-staff.js'
import { NOTHING, type TurnResult } from '../turn-result.js'
import { timerFor } from './timer-for.js'

/** Stands in place of a flow on the timers of weekly reports; no flow can be called so. */
export const REPORTS = '@reports'

const NAME = 'reporte-de-la-semana'
const WEEK = 7
const MONTH = 30
/** Days after which whoever was promised an answer is told of in the report. */
const PATIENCE = 2
/** Weeks that tell what is usual, the newest first. */
const BEFORE = [1, 2, 3, 4]

/** Sees to it that every active owner's next report is set, as the business file has it now. */
export function keepReports(deps: TurnDeps, now: Iso): void {
  for (const person of everyActive(deps.db, deps.business)) keepReport(deps, person, now)
}

/** The same for one of them: moved with the hour of the file, and gone with it. One that is overdue is left to the beat. */
export function keepReport(deps: TurnDeps, person: StaffEntry, now: Iso): void {
  const set = timerFor(deps.db, person, REPORTS)
  const next = person.role === 'owner' ? nextReport(deps.business, deps.holidays, now) : null
  if (set !== undefined && next !== null && (set.dueAt <= now || set.dueAt === next.at)) return
  if (set !== undefined) finishTimer(deps.db, set.id, 'cancelled', 'held.overtaken')
  if (next === null) return
  const { contactId, lineId } = person
  const id = occurrenceId(REPORTS, lineId, contactId, next.day)
  const timer = { id, contactId, lineId, name: NAME, flow: REPORTS, step: '', held: null }
  setTimer(deps.db, { ...timer, dueAt: next.at }, now)
}

/** The report of one owner is due: it goes if anything ever happened, and the next one is set. */
export function sendReport(deps: TurnDeps, key: ChatKey, timer: Timer): TurnResult {
  const { db, business } = deps
  const now = deps.now()
  if (!finishDue(db, timer.id, now)) return NOTHING
  const person = activeMember(deps, key)
  if (person?.role !== 'owner') return NOTHING
  keepReport(deps, person, now)
  // The program was off that Monday: what happened stands in the next one.
  const { timeZone } = business
  if (localTime(timer.dueAt, timeZone).day !== localTime(now, timeZone).day) return NOTHING
  const report = reportFor(deps, now)
  const isWritten = report !== null && writeToStaff(deps, person, report, now) !== null
  return isWritten ? { ...NOTHING, deliver: [key] } : NOTHING
}

/**
 * `reporte`: the week as a picture with its three sentences, which go alone where it cannot be drawn; null
 * when nothing ever happened. To be called in a write job.
 */
export function reportFor(deps: TurnDeps, now: Iso): Outgoing | null {
  const week = weekOf(deps, now)
  if (week === null) return null
  if (week.picture === null) return { kind: 'text', text: week.text }
  const name = message(deps.messages, 'owner.picture.file')
  return { kind: 'unmade', text: week.text, of: { kind: 'picture', name, ...week.picture } }
}

/** Without a picture on the first day: there is nothing to draw yet. */
export type DrawnWeek = { readonly text: string; readonly picture: Picture | null }

/** The week in words and drawn, as the page shows it too. */
export function weekOf(deps: TurnDeps, now: Iso): DrawnWeek | null {
  const { business, messages } = deps
  const props = { ...reportOf(deps, now), business, messages }
  const text = reportText(props)
  return text === null ? null : { text, picture: reportPicture(props) }
}

/** The seven days before today, and the seven before those: a report of Monday tells the week that ended. */
function reportOf(deps: TurnDeps, now: Iso): Report {
  const { db, business } = deps
  const { figures, forecast } = knownFigures(deps, now)
  const today = localTime(now, business.timeZone).day
  const week = (ends: number) =>
    weekCounts(db, spanBefore(ends, business.timeZone), business.currency)
  const began = firstDay(db) ?? today
  const isFirstDay = began >= today
  const earlier = BEFORE.map((weeks) => today - weeks * WEEK).filter((ends) => ends - WEEK >= began)
  const signs = diagnose(diagnosisRows(db, today, placeOf(business)))
  return {
    isFirstDay,
    lastDay: today - 1,
    week: week(today),
    figures,
    forecast,
    signs,
    // The very first week counts for the one comparison that there is.
    earlier: (earlier.length > 0 || began >= today - WEEK ? earlier : [today - WEEK]).map(week),
    tickets: ticketCounts(db, now),
    waiting: countWaiting(db, { firstDay: today - MONTH, lastDay: today - PATIENCE }),
    model: modelWeek(db, spanBefore(today, business.timeZone)),
  }
}

/** What a language model did in a week; null where it was never asked. */
function modelWeek(db: Database, { from, until }: Span): ModelWeek | null {
  const { turns: needed, voices: _, ...asked } = callFigures(db, from, until)
  return asked.calls === 0 ? null : { turns: turnCount(db, from, until), needed, ...asked }
}

function spanBefore(ends: number, timeZone: string): Span {
  return spanOf(ends - WEEK, ends - 1, timeZone)
}
