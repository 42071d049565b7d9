import { openOrAdd } from '../aftersale/open-ticket.js'
import { waitEnd } from '../aftersale/product-time.js'
import { recordSurvey } from '../aftersale/record-survey.js'
import type { Action } from '../flow/action.js'
import { holds } from '../flow/condition.js'
import { textIn } from '../flow/template.js'
import type { AskStep, Flow, Forms, Step } from '../flow/types.js'
import { totalOf } from '../funnel/facts-of-case.js'
import { nextShare, share } from '../nurture/accompany.js'
import { askOrigin } from '../origin/ask-origin.js'
import { beginReferral } from '../referral/ask.js'
import { nextAllowed } from '../schedule/contact-hours.js'
import { unreachable } from '../types.js'
import {
  type Draft,
  factsOf,
  flowOf,
  patchDialogue,
  patchInquiry,
  questionsLeft,
  tell,
  utter,
} from './draft.js'
import { closeUndecided } from './follow-up.js'
import { givePromise, handOver } from './hand-over.js'
import { missingOf } from './missing-of.js'
import { slotOf } from './note-slot.js'
import { timerId } from './timer-id.js'

/** More steps than any flow needs in one turn: a fuse, the check refuses loops without a question. */
const FUSE = 60

/**
 * Goes on in the talk from where it stands: says what there is to say and stops at the first
 * question whose answer is not known. Questions already answered are passed by.
 */
export function walkTalk(draft: Draft): void {
  const flow = flowOf(draft)
  patchDialogue(draft, { pending: null, status: 'talking' })
  walk(draft, flow, draft.dialogue.at ?? flow.start, 'talk')
}

/** Goes on in a sequence from one of its steps: what it says, nobody asked for. */
export function walkSequence(draft: Draft, flowId: string, step: string): void {
  const flow = draft.context.flow(flowId, null)
  if (flow.steps[step] !== undefined) walk(draft, flow, step, 'sequence')
}

type Mode = 'talk' | 'sequence'

function walk(draft: Draft, flow: Flow, from: string, mode: Mode): void {
  let at: string | null = from
  for (let count = 0; at !== null && count < FUSE; count += 1) {
    const step: Step | undefined = flow.steps[at]
    if (step === undefined) return
    if (mode === 'talk') patchDialogue(draft, { at })
    at = visit(draft, flow, step, mode)
  }
}

/** Does one step; the next one's id, or null when the walk stops here. */
function visit(draft: Draft, flow: Flow, step: Step, mode: Mode): string | null {
  switch (step.kind) {
    case 'say':
      utter(draft, step.text, `${flow.id}.${step.id}`)
      return step.next
    case 'ask':
      return ask(draft, flow, step, mode)
    case 'branch': {
      const facts = factsOf(draft)
      return step.cases.find(({ when }) => holds(when, facts))?.next ?? step.otherwise
    }
    case 'do':
      return perform(draft, flow, step.action, step.next, mode)
    case 'end':
      if (mode === 'talk')
        patchDialogue(draft, { status: step.as === 'handed' ? 'handed' : 'resting' })
      return null
    default:
      return unreachable(step)
  }
}

function ask(draft: Draft, flow: Flow, step: AskStep, mode: Mode): string | null {
  const missing = missingOf(draft, step)
  if (missing.length === 0) return afterAnswer(draft, step)
  const asked = draft.dialogue.askedTimes[step.id] ?? 0
  if (mode === 'talk' && asked === 0 && questionsLeft(draft) === 0) return step.next
  pose(draft, flow, step, missing)
  if (mode === 'talk' && asked === 0)
    patchDialogue(draft, { questions: draft.dialogue.questions + 1 })
  return null
}

/** An option may lead elsewhere than the step does. */
function afterAnswer(draft: Draft, step: AskStep): string | null {
  const slot = step.slots[0] === undefined ? undefined : slotOf(draft, step.slots[0])
  if (slot?.status === 'declined' && step.unsure !== null) return step.unsure
  if (slot?.status !== 'known' || step.slots.length > 1) return step.next
  return step.options.find(({ value }) => value === slot.value)?.next ?? step.next
}

/** Puts a question, in another wording each time, and remembers that it is pending. */
export function pose(
  draft: Draft,
  flow: Flow,
  step: AskStep,
  missing: readonly string[],
  calm = false,
): void {
  const [only] = missing
  const partial = missing.length === 1 && only !== undefined ? step.only[only] : undefined
  const key = `${flow.id}.${step.id}${partial === undefined ? '' : `.${only}`}`
  const used = utter(draft, partial ?? step.text, key, { hidden: calm ? ['total'] : [] })
  const figure = used?.includes('{total}') === true ? totalOf(draft, draft.context) : null
  const offers = step.offer === 'always' && step.options.length > 0
  if (offers) draft.options = optionsOf(draft, step)
  const times = (draft.dialogue.askedTimes[step.id] ?? 0) + 1
  patchDialogue(draft, {
    askedTimes: { ...draft.dialogue.askedTimes, [step.id]: times },
    pending: {
      kind: 'ask',
      flow: flow.id,
      step: step.id,
      misses: 0,
      figure: step.yes === 'figure' ? figure : null,
      options: offers ? optionsOf(draft, step) : [],
    },
  })
}

/** The words of an option as this person is shown them. */
export function labelOf({ context, dialogue }: Draft, label: Forms): string {
  return textIn(label, dialogue.language) ?? label[context.business.treatment]
}

export function optionsOf(draft: Draft, step: AskStep) {
  return step.options.map(({ id, label }) => ({
    id,
    label: labelOf(draft, label),
  }))
}

function perform(
  draft: Draft,
  flow: Flow,
  action: Action,
  next: string | null,
  mode: Mode,
): string | null {
  switch (action.kind) {
    case 'alert':
      alert(draft, action.reason)
      return next
    case 'handoff':
      handOver(draft)
      askOrigin(draft, action.reason)
      return next
    case 'start':
      startSequence(draft, action.flow)
      return next
    case 'wait':
      if (next !== null) wait(draft, flow.id, next, action)
      return mode === 'sequence' ? null : next
    case 'tag':
      patchInquiry(draft, { tags: [...new Set([...(draft.inquiry?.tags ?? []), action.tag])] })
      return next
    case 'close':
      closeUndecided(draft, action.reason)
      return next
    case 'share':
      return share(draft) ? next : null
    case 'refer':
      return beginReferral(draft) ? next : null
    case 'ticket':
      openOrAdd(draft, action.about)
      return next
    case 'survey':
      recordSurvey(draft, action)
      return next
    default:
      return unreachable(action)
  }
}

/** Begins a sequence: it runs until its first wait and goes on when that is over. */
export function startSequence(draft: Draft, flowId: string): void {
  walkSequence(draft, flowId, draft.context.flow(flowId, null).start)
}

function wait(
  draft: Draft,
  flow: string,
  step: string,
  { name, after, before }: Extract<Action, { kind: 'wait' }>,
): void {
  const { context } = draft
  const due = after === 'rhythm' ? nextShare(draft) : waitEnd(draft, after, before)
  if (due === null) return
  draft.effects.push({
    kind: 'set_timer',
    id: timerId(flow, draft),
    name,
    dueAt: nextAllowed(context, due) ?? due,
    flow,
    step,
    held: null,
  })
}

function alert(draft: Draft, reason: string): void {
  const said = draft.heardText ?? ''
  if (reason === 'repurchase') return tell(draft, { kind: 'repurchase' })
  if (reason === 'comment') return tell(draft, { kind: 'comment', said })
  // The person was just promised an answer: the owner reads the same promise.
  givePromise(draft)
  if (reason === 'check_in_bad') return tell(draft, { kind: 'check_in_bad', said })
  tell(draft, { kind: 'added', what: said })
}
