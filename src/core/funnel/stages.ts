import { STAGES, type Stage } from '../types.js'

type StageMove = { readonly from: Stage | null; readonly to: Stage }

/**
 * The moves that lead from one stage to a later one, one for each stage passed; none when the
 * contact is already there or beyond. Who writes first was never a stranger to us, so a path that
 * begins at null begins with `visitor`.
 */
export function pathTo(from: Stage | null, to: Stage): readonly StageMove[] {
  const moves: StageMove[] = []
  let at = from
  for (const stage of STAGES.slice(from === null ? 1 : rank(from) + 1, rank(to) + 1)) {
    if (skipped(stage, to)) continue
    moves.push({ from: at, to: stage })
    at = stage
  }
  return moves
}

/** The later of two stages. */
export function laterOf(a: Stage | null, b: Stage | null): Stage | null {
  return rank(a) >= rank(b) ? a : b
}

/** An advocate need not have bought twice: that stage is passed only by buying. */
function skipped(stage: Stage, to: Stage): boolean {
  return stage === 'repeat_customer' && to === 'advocate'
}

function rank(stage: Stage | null): number {
  return stage === null ? -1 : STAGES.indexOf(stage)
}
