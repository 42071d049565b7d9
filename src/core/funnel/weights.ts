import type { Flow, ScoreLine } from '../flow/types.js'

/** Points of a scorecard's lines that the owner accepted in place of the file's, by their ids. */
type Points = { readonly [line: string]: number }
export type Weights = { readonly flow: string; readonly points: Points }

/** An alert whose end is known: `good` when it became a sale. `reasons` are the lines that held. */
export type JudgedAlert = { readonly good: boolean; readonly reasons: readonly string[] }

export type PointChange = {
  readonly line: string
  /** As the card says it. */
  readonly reason: string
  readonly from: number
  readonly to: number
}

/** Of fewer alerts, or fewer with a line and without it, nothing is learned. */
const LEAST_ALERTS = 20
const LEAST_EACH = 5
const PRIOR = 4
const STEP = 5

/**
 * What the end of past alerts says about the scorecard: a line that stands beside more sales than the
 * others weighs more, and less beside fewer; at most by half, in steps of five.
 */
export function proposeWeights(
  lines: readonly Pick<ScoreLine, 'id' | 'points' | 'reason'>[],
  alerts: readonly JudgedAlert[],
): readonly PointChange[] {
  if (alerts.length < LEAST_ALERTS) return []
  const base = shareOfGood(alerts, null)
  return lines.flatMap(({ id, points, reason }) => {
    const held = alerts.filter(({ reasons }) => reasons.includes(id))
    if (held.length < LEAST_EACH || alerts.length - held.length < LEAST_EACH) return []
    const lift = Math.min(1.5, Math.max(0.5, shareOfGood(held, base) / base))
    const to = Math.round((points * lift) / STEP) * STEP
    return Math.abs(to - points) < STEP ? [] : [{ line: id, reason, from: points, to }]
  })
}

/** Few alerts lean on all of them. */
function shareOfGood(alerts: readonly JudgedAlert[], base: number | null): number {
  const good = alerts.filter((alert) => alert.good).length
  return base === null
    ? (good + 1) / (alerts.length + 2)
    : (good + PRIOR * base) / (alerts.length + PRIOR)
}

const weighed = new WeakMap<Flow, { readonly weights: Weights; readonly flow: Flow }>()

/** The flow with the points that the owner accepted; the same object for the same weights. */
export function withWeights(flow: Flow, weights: Weights | null): Flow {
  const { scorecard } = flow
  if (weights === null || scorecard === null || weights.flow !== flow.id) return flow
  const known = weighed.get(flow)
  if (known?.weights === weights) return known.flow
  const lines = scorecard.lines.map((line) => ({
    ...line,
    points: weights.points[line.id] ?? line.points,
  }))
  const other: Flow = { ...flow, scorecard: { ...scorecard, lines } }
  weighed.set(flow, { weights, flow: other })
  return other
}
