import { diagnose } from '../core/funnel/diagnosis.js'
import { type Report, reportText } from '../core/owner/report.js'
import { occurrenceId } from '../core/schedule/due.js'
import { instantOf, localTime } from '../core/schedule/local-time.js'
import { nextReport } from '../core/schedule/report-time.js'
import type { Iso } from '../core/types.js'
import type { ChatKey } from '../store/chat-key.js'
import { diagnosisRows } from '../store/diagnosis-rows.js'
import type { StaffEntry } from '../store/staff.js'
import { finishDue, finishTimer, setTimer, type Timer, timersOf } from '../store/timers.js'
import { weekCounts } from '../store/week-counts.js'
import type { TurnDeps } from './deps.js'
import { knownFigures } from './figures.js'
import { activeStaff, everyActive } from './staff.js'
import { NOTHING, type TurnResult } from './take-turn.js'
import { writeToStaff } from './write-to-staff.js'

/** Stands in place of a flow on the timers of weekly reports; no flow can be called so. */
export const REPORTS = '@reports'

const NAME = 'reporte-de-la-semana'
const WEEK = 7

/** Sees to it that every active owner's next report is set, as the business file has it now. */
export function keepReports(deps: TurnDeps, now: Iso): void {
  for (const person of everyActive(deps.db, deps.business)) keepReport(deps, person, now)
}

/** The same for one of them: moved with the hour of the file, and gone with it. One that is overdue is left to the beat. */
export function keepReport(deps: TurnDeps, person: StaffEntry, now: Iso): void {
  const set = timersOf(deps.db, person.contactId).find(
    ({ flow, lineId }) => flow === REPORTS && lineId === person.lineId,
  )
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
  const person = activeStaff(db, business, key.lineId).find(
    ({ contactId }) => contactId === key.contactId,
  )
  if (person?.role !== 'owner') return NOTHING
  keepReport(deps, person, now)
  // The program was off that Monday: what happened stands in the next one.
  const { timeZone } = business
  if (localTime(timer.dueAt, timeZone).day !== localTime(now, timeZone).day) return NOTHING
  const text = reportFor(deps, now)
  const isWritten = text !== null && writeToStaff(deps, person, text, now) !== null
  return isWritten ? { ...NOTHING, deliver: [key] } : NOTHING
}

/** `reporte`, in words; null when nothing ever happened. To be called in a write job. */
export function reportFor(deps: TurnDeps, now: Iso): string | null {
  const { business, messages } = deps
  return reportText({ ...reportOf(deps, now), business, messages })
}

/** The seven days before today, and the seven before those: a report of Monday tells the week that ended. */
export function reportOf(deps: TurnDeps, now: Iso): Report {
  const { db, business } = deps
  const { figures, forecast } = knownFigures(deps, now)
  const today = localTime(now, business.timeZone).day
  const week = (ends: number) =>
    weekCounts(
      db,
      {
        firstDay: ends - WEEK,
        lastDay: ends - 1,
        from: instantOf(ends - WEEK, 0, business.timeZone),
        until: instantOf(ends, 0, business.timeZone),
      },
      business.currency,
    )
  const signs = diagnose(diagnosisRows(db, today))
  return { week: week(today), before: week(today - WEEK), figures, forecast, signs }
}
