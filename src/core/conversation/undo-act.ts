import { cancelCare } from '../aftersale/care-plan.js'
import { undoCare } from '../aftersale/plan-care.js'
import { unsettleTicket } from '../aftersale/settle-ticket.js'
import { putNurtureBack } from '../nurture/accompany.js'
import { STAGES } from '../types.js'
import { type Draft, label, patchContact, patchDialogue, patchInquiry } from './draft.js'
import type { Before, Event, Undoable } from './events.js'
import { stopFollowUp } from './follow-up.js'
import { undoParting } from './part-with.js'
import { putBack } from './postponed.js'

type By = Extract<Event, { kind: 'owner' }>['by']

/** Takes back an owner's action: what it changed becomes again what it was, by appending. */
export function undo(draft: Draft, of: Undoable, before: Before, by: By): void {
  switch (of.kind) {
    case 'take':
    case 'release':
      patchDialogue(draft, { status: before.status, pending: before.pending })
      return patchInquiry(draft, { assignedTo: before.assignedTo })
    case 'pause':
    case 'resume':
    case 'hush':
      return patchDialogue(draft, { paused: before.paused })
    case 'lost':
      patchDialogue(draft, { status: before.status, pending: before.pending })
      patchInquiry(draft, { outcome: before.outcome })
      putNurtureBack(draft, before)
      return putBack(draft, before.postponed)
    case 'won':
      return undoWin(draft, of, before, by)
    case 'postpone':
      return putBack(draft, before.postponed)
    case 'settle':
      return unsettleTicket(draft, of.ticket, before)
    case 'vip':
    case 'unvip':
      return patchContact(draft, { vip: before.vip })
    case 'ignore':
    case 'attend':
    case 'stop_nurture':
    case 'opt_out':
      return undoParting(draft, of.kind, before, by)
    case 'note':
      draft.effects.push({ kind: 'void_note', id: of.id })
      return
    case 'respond':
      return endSilence(draft, before)
    case 'deliver_reward':
      draft.effects.push({ kind: 'reward', referral: of.referral, delivered: false })
      return
    case 'quote':
      return undoQuote(draft, of.id, before, by)
    case 'send_quote':
    case 'approve':
    case 'say_instead':
      // What was said stays said.
      return
    default:
      return undoCare(draft, of, before)
  }
}

/** What was said stays said: only the silence after it ends. */
function endSilence(draft: Draft, { paused, status, pending }: Before): void {
  patchDialogue(draft, { paused, status, pending })
}

function undoQuote(draft: Draft, id: string, before: Before, by: By): void {
  draft.effects.push({ kind: 'void_quote', id })
  stopFollowUp(draft, 'held.undone')
  patchInquiry(draft, { quote: before.quote })
  stepBack(draft, before, by)
}

/** The sale no longer counts, and what it ended goes on. */
function undoWin(
  draft: Draft,
  { saleId }: { readonly saleId: string },
  before: Before,
  by: By,
): void {
  draft.effects.push({ kind: 'void_sale', id: saleId })
  cancelCare(draft, 'held.undone')
  const { outcome, promise, promisedBy } = before
  patchInquiry(draft, { outcome, promise, promisedBy })
  patchDialogue(draft, { status: before.status, pending: before.pending })
  // A sale asks everything anew; what was answered since counts too.
  const { inquiry, dialogue } = draft
  if (inquiry !== null) patchInquiry(draft, { slots: { ...before.slots, ...inquiry.slots } })
  patchDialogue(draft, { said: { ...before.said, ...dialogue.said } })
  if (draft.contact.referredBy !== null && before.purchases === 0) {
    draft.effects.push({ kind: 'referral', became: 'undone' })
  }
  patchContact(draft, { purchases: before.purchases, lastOrder: before.lastOrder })
  putBack(draft, before.postponed)
  putNurtureBack(draft, before)
  stepBack(draft, before, by)
}

/** The stage goes back by a row of its own, the only way it ever does. */
function stepBack(draft: Draft, before: Before, by: By): void {
  const { contact } = draft
  const back = before.stage ?? STAGES[0]
  if (contact.stage === null || contact.stage === back) return
  const reason = label(draft, 'chat.reason.undone', { quién: by.name })
  draft.effects.push({
    kind: 'stage',
    from: contact.stage,
    to: back,
    reason,
    evidence: null,
    actor: by,
  })
  patchContact(draft, { stage: back })
}
