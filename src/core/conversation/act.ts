import { orderOf } from '../funnel/order.js'
import { isoOf } from '../schedule/local-time.js'
import { STAGES, unreachable } from '../types.js'
import { moveTo } from './advance.js'
import { openFor } from './arrive.js'
import { type Draft, label, patchContact, patchDialogue, patchInquiry } from './draft.js'
import type { Before, Event, OwnerAction, Undoable } from './events.js'
import type { Case } from './types.js'
import { startSequence } from './walk.js'

type Owner = Extract<Event, { kind: 'owner' }>

const HOUR = 3_600_000

/** What an owner or seller decided about a contact. Every action can be taken back. */
export function act(draft: Draft, { action, by }: Owner): void {
  if (draft.inquiry === null) openFor(draft)
  switch (action.kind) {
    case 'take':
      patchDialogue(draft, { status: 'handed', pending: null })
      return patchInquiry(draft, { assignedTo: { id: by.id, name: by.name }, told: true })
    case 'release':
      return patchInquiry(draft, { assignedTo: null })
    case 'won':
      return win(draft, action, by)
    case 'lost':
      return close(draft, { kind: 'lost', reason: action.reason, at: draft.context.now })
    case 'pause':
      return pause(draft, by.name)
    case 'resume':
      return patchDialogue(draft, { paused: null })
    case 'undo':
      return undo(draft, action.of, action.before, by)
    default:
      return unreachable(action)
  }
}

/** What an undo will return to. */
export function beforeOf({ contact, inquiry, dialogue }: Case): Before {
  return {
    stage: contact.stage,
    outcome: inquiry?.outcome ?? null,
    assignedTo: inquiry?.assignedTo ?? null,
    paused: dialogue.paused,
    status: dialogue.status,
    pending: dialogue.pending,
    purchases: contact.purchases,
    lastOrder: contact.lastOrder,
  }
}

function win(
  draft: Draft,
  { amount, saleId }: Extract<OwnerAction, { kind: 'won' }>,
  by: Owner['by'],
): void {
  const { context, inquiry } = draft
  if (inquiry === null) return
  draft.effects.push({ kind: 'sale', id: saleId, amount, inquiry: inquiry.id })
  close(draft, { kind: 'won', reason: label(draft, 'chat.reason.sale'), at: context.now })
  const purchases = draft.contact.purchases + 1
  const items = orderOf(draft, context.business)
  patchContact(draft, { purchases, lastOrder: { items, at: context.now } })
  moveTo(draft, purchases > 1 ? 'repeat_customer' : 'customer', 'chat.reason.sale', null, by)
  startSequence(draft, context.business.flows.afterSale)
}

/** The inquiry is over: nothing about it is asked or remembered any more. */
function close(draft: Draft, outcome: NonNullable<Before['outcome']>): void {
  patchInquiry(draft, { outcome })
  patchDialogue(draft, { pending: null, status: 'resting', reminding: false })
  draft.effects.push({
    kind: 'cancel_timers',
    flow: draft.context.business.flows.silence,
    reason: 'held.closed',
  })
}

/** Silences the bot in this chat for as long as the business set. */
export function pause(draft: Draft, by: string): void {
  const { context } = draft
  const until = isoOf(Date.parse(context.now) + context.business.takeOverHours * HOUR)
  patchDialogue(draft, { paused: { until, by } })
  draft.effects.push({ kind: 'cancel_queued', occasion: 'all', reason: 'held.person' })
}

function undo(draft: Draft, of: Undoable, before: Before, by: Owner['by']): void {
  switch (of.kind) {
    case 'take':
    case 'release':
      patchDialogue(draft, { status: before.status, pending: before.pending })
      return patchInquiry(draft, { assignedTo: before.assignedTo })
    case 'pause':
    case 'resume':
      return patchDialogue(draft, { paused: before.paused })
    case 'lost':
      patchDialogue(draft, { status: before.status, pending: before.pending })
      return patchInquiry(draft, { outcome: before.outcome })
    case 'won':
      return undoWin(draft, of, before, by)
    default:
      return unreachable(of)
  }
}

/** The sale no longer counts; the stage goes back by a row of its own, the only way it ever does. */
function undoWin(
  draft: Draft,
  { saleId }: { saleId: string },
  before: Before,
  by: Owner['by'],
): void {
  const { contact } = draft
  draft.effects.push(
    { kind: 'void_sale', id: saleId },
    { kind: 'cancel_timers', flow: draft.context.business.flows.afterSale, reason: 'held.undone' },
  )
  patchInquiry(draft, { outcome: before.outcome })
  patchDialogue(draft, { status: before.status, pending: before.pending })
  patchContact(draft, { purchases: before.purchases, lastOrder: before.lastOrder })
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
