import {
  type Draft,
  keepPromise,
  patchContact,
  patchDialogue,
  patchInquiry,
} from '../conversation/draft.js'
import type { Event, OwnerAction } from '../conversation/events.js'
import { wakeUp } from '../conversation/postponed.js'
import type { Iso } from '../types.js'
import { type Proposal, proposedText } from './proposal.js'

type By = Extract<Event, { kind: 'owner' }>['by']
export type Settling = Extract<OwnerAction, { kind: 'approve' | 'say_instead' | 'hush' }>

/** Until somebody says otherwise. */
const FOR_GOOD = '9999-12-31T00:00:00.000Z' as Iso

/** Whether a silence has no end but a word. */
export function isForGood(until: Iso): boolean {
  return until === FOR_GOOD
}

/** What the owner said to an answer that was only rehearsed. */
export function settleRehearsal(draft: Draft, action: Settling, by: By): void {
  const { rehearsed } = draft.dialogue
  switch (action.kind) {
    case 'approve':
      return rehearsed === null ? undefined : approve(draft, rehearsed)
    case 'say_instead':
      return sayInstead(draft, rehearsed, action.text)
    case 'hush':
      // It stays at hand: taking this back leaves the question where it was.
      patchDialogue(draft, { paused: { until: FOR_GOOD, by: by.name } })
      return keep(draft, rehearsed, 'no', null)
  }
}

/** It goes out as it is, and the conversation goes on as if it had gone out by itself. */
function approve(draft: Draft, proposal: Proposal): void {
  const { contact, inquiry, dialogue } = proposal.patch
  patchContact(draft, contact)
  patchInquiry(draft, inquiry)
  const { now } = draft.context
  patchDialogue(draft, { ...dialogue, rehearsed: null, paused: null, spokeAt: now })
  draft.effects.push(...proposal.effects)
  for (const message of proposal.messages) {
    draft.effects.push({ kind: 'say', message, occasion: 'person', replyTo: null })
  }
  keep(draft, proposal, 'yes', proposedText(proposal))
}

/** Better words: what was to be asked counts as asked where they ask something too. */
function sayInstead(draft: Draft, proposal: Proposal | null, text: string): void {
  const asked = text.includes('?') ? askedIn(proposal) : { pending: null }
  draft.effects.push({
    kind: 'say',
    message: { kind: 'text', text },
    occasion: 'person',
    replyTo: null,
  })
  const { now } = draft.context
  patchDialogue(draft, { ...asked, rehearsed: null, paused: null, spokeAt: now, lastSaid: text })
  keepPromise(draft)
  wakeUp(draft, 'held.person')
  keep(draft, proposal, 'words', text)
}

function askedIn(proposal: Proposal | null): Partial<Draft['dialogue']> {
  const { pending, askedTimes, questions, at, status } = proposal?.patch.dialogue ?? {}
  return {
    ...(pending !== undefined && { pending }),
    ...(askedTimes !== undefined && { askedTimes }),
    ...(questions !== undefined && { questions }),
    ...(at !== undefined && { at }),
    ...(status !== undefined && { status }),
  }
}

function keep(
  draft: Draft,
  proposal: Proposal | null,
  verdict: 'yes' | 'no' | 'words',
  sent: string | null,
): void {
  const proposed = proposal === null ? '' : proposedText(proposal)
  draft.effects.push({ kind: 'rehearsed', verdict, said: proposal?.said ?? null, proposed, sent })
}
