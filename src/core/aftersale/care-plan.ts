import { type Draft, patchDialogue, patchInquiry } from '../conversation/draft.js'
import type { Context } from '../conversation/types.js'
import { startSequence } from '../conversation/walk.js'
import type { Flow } from '../flow/types.js'

/** Starts the care plan of the sale just recorded; that of an earlier one ends with it. */
export function startCare(draft: Draft): void {
  if (draft.contact.purchases > 1) cancelCare(draft, 'held.overtaken')
  forgetAnswers(draft)
  startSequence(draft, draft.context.business.flows.afterSale)
}

export function cancelCare(draft: Draft, reason: string): void {
  for (const { id } of careFlows(draft.context)) {
    draft.effects.push({ kind: 'cancel_timers', flow: id, reason })
  }
}

/** The flow that follows a sale, and every flow that it starts. */
function careFlows(context: Context): readonly Flow[] {
  const found = new Map<string, Flow>()
  const visit = (id: string): void => {
    if (found.has(id)) return
    const flow = context.flow(id, null)
    found.set(id, flow)
    for (const step of Object.values(flow.steps)) {
      if (step.kind === 'do' && step.action.kind === 'start') visit(step.action.flow)
    }
  }
  visit(context.business.flows.afterSale)
  return [...found.values()]
}

/** What was answered after an earlier sale is asked anew after this one. */
function forgetAnswers(draft: Draft): void {
  const { inquiry, context } = draft
  if (inquiry === null) return
  const asked = careFlows(context).flatMap(({ steps }) =>
    Object.values(steps).flatMap((step) => (step.kind === 'ask' ? step.slots : [])),
  )
  const slots = Object.entries(inquiry.slots).filter(([name]) => !asked.includes(name))
  patchInquiry(draft, { slots: Object.fromEntries(slots) })
  // "Como quedamos, le pregunto otra vez" is about one sale, not about the next.
  const plan = careFlows(context).map(({ id }) => `${id}.`)
  const said = Object.entries(draft.dialogue.said).filter(
    ([key]) => !plan.some((flow) => key.startsWith(flow)),
  )
  patchDialogue(draft, { said: Object.fromEntries(said) })
}
