import { endNurture } from '../nurture/accompany.js'
import { ALERTS } from '../owner/alert.js'
import { becomeKnown } from '../referral/introduce.js'
import { hearOfFriend } from '../referral/thank.js'
import { rehearse } from '../rehearsal/rehearse.js'
import { unreachable } from '../types.js'
import { act, pause } from './act.js'
import { meet } from './arrive.js'
import { isLeftAlone } from './attention.js'
import { createDraft } from './create-draft.js'
import { caseOf, type Draft, keepPromise, patchDialogue } from './draft.js'
import type { Event } from './events.js'
import { hear } from './hear.js'
import { sleepsUntil, wakeUp } from './postponed.js'
import { forgetReminder } from './remind.js'
import { takeSummary } from './summary.js'
import { hold, resumeThought } from './thought.js'
import type { Case, Context, Step } from './types.js'
import { wake } from './wake.js'

/**
 * The engine: what is known and what happened in, what is known now and what has to be done out. It
 * does nothing itself; effects are carried out by `turn`. The same state, event and context always
 * give the same step.
 */
export function step(state: Case, event: Event, context: Context): Step {
  const draft = createDraft(state, context)
  take(draft, event)
  return [caseOf(draft), draft.effects]
}

function take(draft: Draft, event: Event): void {
  if (event.kind !== 'owner' && isLeftAlone(draft.contact, draft.context.business)) {
    return overlook(draft)
  }
  switch (event.kind) {
    case 'message':
      return draft.context.rehearsal === null ? hear(draft, event) : rehearse(draft, event)
    case 'human_wrote':
      // The human wins: silence in this chat, and what waited to be sent is dropped.
      meet(draft)
      pause(draft, event.by)
      patchDialogue(draft, { rehearsed: null })
      draft.effects.push({ kind: 'cancel_timers', flow: ALERTS, reason: 'held.attended' })
      keepPromise(draft)
      if (isDue(draft)) wakeUp(draft, 'held.person')
      if (draft.dialogue.reminding) forgetReminder(draft, 'held.person')
      if (!isToReturn(draft)) endNurture(draft, 'held.person')
      return
    case 'timer':
      return wake(draft, event)
    case 'owner':
      return act(draft, event)
    case 'llm_slow':
      return hold(draft, event)
    case 'llm_answered':
      return resumeThought(draft, event)
    case 'summarised':
      return takeSummary(draft, event)
    case 'introduced':
      return becomeKnown(draft, event)
    case 'friend':
      return hearOfFriend(draft, event)
    default:
      return unreachable(event)
  }
}

/** Somebody who is left alone: nothing is learned of them, said to them or told of them. */
function overlook(draft: Draft): void {
  const { question } = draft.dialogue
  // What a model was asked before is answered no more.
  if (question !== null) patchDialogue(draft, { status: question.status, question: null })
}

/** They named a day that is still to come: whoever of us wrote to them, they are written to then. */
function isToReturn({ inquiry }: Draft): boolean {
  return inquiry?.nurture?.agreed === true && inquiry.nurture.times === 0
}

/** The day they were put off to has come: writing to them is what it was for. */
function isDue(draft: Draft): boolean {
  return sleepsUntil(draft) === null
}
