import type { Standing } from '../flow/spine.js'
import type { Flow } from '../flow/types.js'
import { slotsOfCase } from '../funnel/facts-of-case.js'
import type { Case } from './types.js'

/**
 * Where a conversation stands in a flow, as its picture needs it: what was asked, said, or already
 * known is behind them.
 */
export function standingOf(state: Case, flow: Flow): Standing {
  const { dialogue } = state
  const slots = slotsOfCase(state)
  const passed = flow.order.filter((id) => {
    const step = flow.steps[id]
    if (dialogue.said[`${flow.id}.${id}`] !== undefined) return true
    return step?.kind === 'ask' && step.slots.every((name) => slots[name] !== undefined)
  })
  return { current: dialogue.flow === flow.id ? dialogue.at : null, passed }
}
