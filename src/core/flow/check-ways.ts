import type { FlowFile } from './check.js'
import type { Problem } from './problem.js'
import type { Flow, Step } from './types.js'
import { entrancesOf, reachable, waysOf } from './ways.js'
import { problemAt } from './wordings.js'

/** Steps after which nothing comes, steps nothing leads to, and circles without a pause. */
export function checkWays(file: FlowFile): readonly Problem[] {
  return [...deadEnds(file), ...unreachableSteps(file), ...circles(file)]
}

function deadEnds({ flow, source }: FlowFile): readonly Problem[] {
  return flow.order.flatMap((name, index) => {
    const step = flow.steps[name]
    const open = step !== undefined && 'next' in step && step.next === null
    return open ? [problemAt(source, ['steps', index], 'flows.dead_end', { name })] : []
  })
}

function unreachableSteps({ flow, source, whole }: FlowFile): readonly Problem[] {
  if (!whole) return []
  const seen = reachable(flow, entrancesOf(flow))
  return flow.order.flatMap((name, index) =>
    seen.has(name) ? [] : [problemAt(source, ['steps', index], 'flows.unreachable', { name })],
  )
}

/** One problem for each circle, at its first step in the file. */
function circles({ flow, source }: FlowFile): readonly Problem[] {
  const told = new Set<string>()
  return flow.order.flatMap((id, index) => {
    const circle = told.has(id) ? [] : circleThrough(flow, id)
    for (const member of circle) told.add(member)
    if (circle.length === 0) return []
    return [problemAt(source, ['steps', index], 'flows.endless', { list: circle.join(', ') })]
  })
}

/** Steps that can lead to `id` and be led to by it without anybody being asked or waited for. */
function circleThrough(flow: Flow, id: string): readonly string[] {
  const step = flow.steps[id]
  if (step === undefined || !isInstant(step)) return []
  const after = reachable(
    flow,
    waysOf(step).map((way) => way.to),
    isInstant,
  )
  if (!after.has(id)) return []
  return flow.order.filter(
    (other) => after.has(other) && reachable(flow, [other], isInstant).has(id),
  )
}

function isInstant(step: Step): boolean {
  if (step.kind === 'do') return step.action.kind !== 'wait'
  return step.kind === 'say' || step.kind === 'branch'
}
