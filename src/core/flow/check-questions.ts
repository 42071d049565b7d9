import type { FlowFile } from './check.js'
import type { Problem } from './problem.js'
import type { Flow } from './types.js'
import { entrancesOf, waysOf } from './ways.js'
import { problemAt } from './wordings.js'

/** The questions that some way through the flow reaches when none is left. Spare ones never count. */
export function checkQuestions({ flow, source }: FlowFile): readonly Problem[] {
  const asked = mostAsked(flow)
  return flow.order.flatMap((id, index) => {
    const nth = asked.get(id) ?? 0
    if (!isCounted(flow, id) || nth !== flow.questions + 1) return []
    const params = { nth, max: flow.questions }
    return [problemAt(source, ['steps', index], 'flows.too_many_questions', params)]
  })
}

/**
 * For each step, the most questions asked on one way to it, itself included. Ways that turn back are
 * not followed again: a step asked twice is a question repeated, which the engine does not count.
 */
function mostAsked(flow: Flow): ReadonlyMap<string, number> {
  const asked = new Map<string, number>()
  for (const id of inOrderOfTravel(flow)) {
    const here = (asked.get(id) ?? 0) + (isCounted(flow, id) ? 1 : 0)
    asked.set(id, here)
    const step = flow.steps[id]
    for (const { to } of step === undefined ? [] : waysOf(step)) {
      asked.set(to, Math.max(asked.get(to) ?? 0, here))
    }
  }
  return asked
}

/** Every reachable step after all those that lead to it, ways that turn back left out. */
function inOrderOfTravel(flow: Flow): readonly string[] {
  const seen = new Set<string>()
  const finished: string[] = []
  const visit = (id: string): void => {
    const step = flow.steps[id]
    if (step === undefined || seen.has(id)) return
    seen.add(id)
    for (const { to } of waysOf(step)) visit(to)
    finished.push(id)
  }
  for (const id of entrancesOf(flow)) visit(id)
  return finished.toReversed()
}

function isCounted(flow: Flow, id: string): boolean {
  const step = flow.steps[id]
  return step?.kind === 'ask' && !step.spare
}
