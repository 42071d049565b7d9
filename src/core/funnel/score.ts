import type { Reason } from '../conversation/types.js'
import { type Facts, holds } from '../flow/condition.js'
import type { Disqualifier, Flow } from '../flow/types.js'

type Verdict = {
  /** 0 to 100. */
  readonly score: number
  readonly reasons: readonly Reason[]
  readonly qualified: boolean
  /** The rule that failed, or null. */
  readonly failed: Disqualifier | null
}

/** Judges an inquiry by the flow's scorecard: each line that holds gives its points and its reason. */
export function judge(flow: Flow, facts: Facts): Verdict {
  const failed = flow.disqualifiers.find(({ when }) => holds(when, facts)) ?? null
  const reasons = (flow.scorecard?.lines ?? [])
    .filter(({ when }) => holds(when, facts))
    .map(({ id, points, reason, slot }) => ({
      id,
      points,
      text: reason,
      said: saidOf(slot, facts),
    }))
  const sum = reasons.reduce((points, reason) => points + reason.points, 0)
  const score = Math.max(0, Math.min(100, sum))
  const enough = flow.scorecard !== null && score >= flow.scorecard.threshold
  const fits = flow.qualification !== null && holds(flow.qualification.needs, facts)
  return { score, reasons, qualified: failed === null && enough && fits, failed }
}

function saidOf(slot: string | null, facts: Facts): string | null {
  const found = slot === null ? undefined : facts.slot(slot)
  return found?.status === 'known' ? found.said : null
}
