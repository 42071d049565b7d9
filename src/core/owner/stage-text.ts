import { type Messages, message } from '../messages.js'
import type { Stage } from '../types.js'

const KEYS: { readonly [S in Stage]: string } = {
  stranger: 'owner.stages.stranger',
  visitor: 'owner.stages.visitor',
  lead: 'owner.stages.lead',
  qualified: 'owner.stages.qualified',
  opportunity: 'owner.stages.opportunity',
  customer: 'owner.stages.customer',
  repeat_customer: 'owner.stages.repeat_customer',
  advocate: 'owner.stages.advocate',
}

/** "Lead calificado". */
export function stageText(stage: Stage, messages: Messages): string {
  return message(messages, KEYS[stage])
}
