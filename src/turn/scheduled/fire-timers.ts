import { ALERTS } from '../../core/owner/alert.js'
import type { ChatKey } from '../../store/chat-key.js'
import { dueTimers, finishDue, finishTimer, type Timer } from '../../store/timers.js'
import type { TurnDeps } from '../deps.js'
import { ERASE, erase } from '../erase.js'
import { sentUnasked } from '../may-write.js'
import { openCase } from '../open-case.js'
import { fireRehearsal, REHEARSALS } from '../staff/rehearsal.js'
import { stepOnce } from '../step-once.js'
import { NOTHING, type TurnResult } from '../turn-result.js'
import { HELD } from '../warden.js'
import { CALL_LISTS, sendCallList } from './call-lists.js'
import { DIGESTS, sendDigest } from './digest.js'
import { fireMissed, MISSED } from './missed.js'
import { repeatAlert } from './repeat-alert.js'
import { REPORTS, sendReport } from './report.js'
import { fireStanding, STANDING } from './standing.js'

const AT_ONCE = 50

type Fired = { readonly key: ChatKey; readonly result: TurnResult }

/**
 * Fires what is due, the earliest first, each in a transaction of its own together with everything
 * it led to: after a crash it has either happened or not.
 */
export async function fireDue(deps: TurnDeps): Promise<readonly Fired[]> {
  const fired: Fired[] = []
  for (const timer of dueTimers(deps.db, deps.now(), AT_ONCE)) {
    const key = { contactId: timer.contactId, lineId: timer.lineId }
    try {
      const result = await deps.db.write(() => fire(deps, key, timer))
      fired.push({ key, result })
      if (timer.name === ERASE) deps.cleanUp.soon()
    } catch (error) {
      deps.log.error({ error, timer: timer.name }, 'timer failed')
      // Set aside, so that the next ones still fire; with the store itself failing this throws too.
      await deps.db.write(() => finishTimer(deps.db, timer.id, 'cancelled', 'failed'))
    }
  }
  return fired
}

/** Timers of the turn's own, by what stands in place of a flow on them, or by name where nothing does. */
const OWN: ReadonlyMap<string, (deps: TurnDeps, key: ChatKey, timer: Timer) => TurnResult> =
  new Map([
    [DIGESTS, sendDigest],
    [REPORTS, sendReport],
    [CALL_LISTS, sendCallList],
    [REHEARSALS, fireRehearsal],
    [STANDING, fireStanding],
    [MISSED, fireMissed],
    [ALERTS, repeatAlert],
    [ERASE, erase],
    [HELD, askAgain],
  ])

function fire(deps: TurnDeps, key: ChatKey, timer: Timer): TurnResult {
  const own = OWN.get(timer.flow === '' ? timer.name : timer.flow)
  if (own !== undefined) return own(deps, key, timer)
  // Before the step: one that the gate holds back is set again under the same id.
  // One that a turn of the same moment moved or cancelled is no longer ours.
  if (!finishDue(deps.db, timer.id, deps.now())) return NOTHING
  const { lockedUntil, proactive } = sentUnasked(deps, key, deps.now())
  return stepOnce(deps, key, openCase(deps, key), {
    kind: 'timer',
    id: timer.id,
    name: timer.name,
    flow: timer.flow,
    step: timer.step,
    proactiveToday: proactive.day,
    proactiveThisWeek: proactive.week,
    lockedUntil,
  })
}

/** What the number had better not send before may go now. */
function askAgain(deps: TurnDeps, key: ChatKey, timer: Timer): TurnResult {
  return finishDue(deps.db, timer.id, deps.now()) ? { ...NOTHING, deliver: [key] } : NOTHING
}
