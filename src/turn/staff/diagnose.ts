import { diagnose, SPAN } from '../../core/funnel/diagnosis.js'
import { proposeWeights } from '../../core/funnel/weights.js'
import type { Diagnosis, Proposal } from '../../core/owner/diagnosis.js'
import { instantOf, localTime } from '../../core/schedule/local-time.js'
import type { Iso } from '../../core/types.js'
import { type Alerts, diagnosisRows, judgedAlerts } from '../../store/diagnosis-rows.js'
import { readHouse } from '../../store/house.js'
import { countObjections } from '../../store/objections.js'
import { contextAt } from '../context.js'
import type { TurnDeps } from '../deps.js'
import { countSome, placeOf } from './figures.js'

/** How the business stands now, and what its alerts say about the scorecard. To be called in a write job. */
export function diagnosisFor(deps: TurnDeps, now: Iso): Diagnosis {
  countSome(deps)
  const today = localTime(now, deps.business.timeZone).day
  const alerts = judgedAlerts(deps.db, today)
  return {
    signs: diagnose(diagnosisRows(deps.db, today, placeOf(deps.business))),
    alerts: { good: alerts.good, bad: alerts.bad, open: alerts.open },
    objections: objectionsOf(deps, today),
    proposal: proposalOf(deps, alerts, now),
  }
}

/** In the words in which they are heard; one that is no longer in the file by its name. */
function objectionsOf({ db, business }: TurnDeps, today: number): Diagnosis['objections'] {
  const since = instantOf(today - SPAN + 1, 0, business.timeZone)
  return countObjections(db, since).map(({ objection, count }) => ({
    said: business.objections.find(({ id }) => id === objection)?.said ?? objection,
    count,
  }))
}

function proposalOf(deps: TurnDeps, { judged }: Alerts, now: Iso): Proposal | null {
  const { flow: find, business } = contextAt(deps, now)
  const flow = find(business.flows.talk, null)
  const changes = proposeWeights(flow.scorecard?.lines ?? [], judged)
  if (changes.length === 0) return null
  const before = readHouse(deps.db).weights
  const kept = before?.flow === flow.id ? before.points : {}
  const points = { ...kept, ...Object.fromEntries(changes.map(({ line, to }) => [line, to])) }
  return { flow: flow.id, changes, before, after: { flow: flow.id, points } }
}
