import { planCare } from '../aftersale/plan-care.js'
import { settleTicket } from '../aftersale/settle-ticket.js'
import { BY_LOOP, NO_LOOP } from '../loops/watch.js'
import { endNurture } from '../nurture/accompany.js'
import { type Settling, settleRehearsal } from '../rehearsal/settle.js'
import { isoOf } from '../schedule/local-time.js'
import { HOUR } from '../schedule/units.js'
import { unreachable } from '../types.js'
import { moveTo } from './advance.js'
import { openFor } from './arrive.js'
import {
  type Draft,
  keepPromise,
  patchContact,
  patchDialogue,
  patchInquiry,
  phrase,
} from './draft.js'
import type { Before, Event, OwnerAction } from './events.js'
import { followUp, stopFollowUp } from './follow-up.js'
import { oweAnswer } from './owed-answer.js'
import { partWith } from './part-with.js'
import { postpone, wakeUp } from './postponed.js'
import { sell } from './sell.js'
import type { Case, GivenQuote } from './types.js'
import { undo } from './undo-act.js'

type Owner = Extract<Event, { kind: 'owner' }>

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
    case 'sale':
      return sell(draft, action, by)
    case 'lost':
      return close(draft, { kind: 'lost', reason: action.reason, at: draft.context.now })
    case 'pause':
      return pause(draft, by.name)
    case 'resume':
      return resume(draft)
    case 'undo':
      return undo(draft, action.of, action.before, by)
    case 'postpone':
      return postpone(draft, { until: action.until, by: { id: by.id, name: by.name } })
    case 'settle':
      return settleTicket(draft, action.ticket)
    case 'vip':
    case 'unvip':
      return patchContact(draft, { vip: action.kind === 'vip' })
    case 'deliver_reward':
      draft.effects.push({ kind: 'reward', referral: action.referral, delivered: true })
      return
    case 'ignore':
    case 'attend':
    case 'stop_nurture':
    case 'opt_out':
    case 'erase':
      return partWith(draft, action, by)
    case 'note':
      draft.effects.push({ kind: 'note', id: action.id, text: action.text, by: by.id })
      return
    case 'touch':
    case 'plan_call':
    case 'drop_call':
    case 'meet':
    case 'cancel_meeting':
    case 'entrust':
      return planCare(draft, action, by)
    default:
      return speakFor(draft, action, by)
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
    promise: inquiry?.promise ?? null,
    promisedBy: inquiry?.promisedBy ?? null,
    postponed: inquiry?.postponed ?? null,
    nurture: inquiry?.nurture ?? null,
    quote: inquiry?.quote ?? null,
    vip: contact.vip,
    care: contact.care,
    tickets: contact.tickets,
    attention: contact.attention,
    consent: contact.consent,
    slots: inquiry?.slots ?? {},
    said: dialogue.said,
    attendedAt: inquiry?.attendedAt ?? null,
  }
}

type Spoken =
  | Extract<OwnerAction, { kind: 'respond' | 'quote' | 'send_quote' | 'answer' }>
  | Settling

/** Actions that end in something said to the person. */
function speakFor(draft: Draft, action: Spoken, by: Owner['by']): void {
  switch (action.kind) {
    case 'respond':
      return respond(draft, action.text, by)
    case 'quote':
      return giveQuote(draft, action, by)
    case 'send_quote':
      return sendQuote(draft, action)
    case 'answer':
      return oweAnswer(draft, action.fact)
    case 'approve':
    case 'say_instead':
    case 'hush':
      return settleRehearsal(draft, action, by)
    default:
      return unreachable(action)
  }
}

/** A person speaks through the bot: the bot is then as silent as if they had typed it themselves. */
function respond(draft: Draft, words: string, by: Owner['by']): void {
  pause(draft, by.name)
  const text = phrase(draft, 'chat.relay', { quién: by.name, texto: words }) ?? words
  sayAsPerson(draft, text)
  patchDialogue(draft, { status: 'handed', pending: null })
  draft.effects.push({ kind: 'answered' })
}

function giveQuote(
  draft: Draft,
  { id, amount, discount, sent }: Extract<OwnerAction, { kind: 'quote' }>,
  by: Owner['by'],
): void {
  const { inquiry, context } = draft
  if (inquiry === null) return
  const quote: GivenQuote = { amount, discount, at: context.now, sentAt: sent ? context.now : null }
  draft.effects.push({ kind: 'quote', id, amount, discount, inquiry: inquiry.id })
  if (sent) draft.effects.push({ kind: 'quote_sent', id })
  patchInquiry(draft, { quote })
  if (sent) keepPromise(draft)
  followUp(draft)
  // A proposal is what makes somebody who fits an opportunity.
  if (inquiry.qualified) moveTo(draft, 'opportunity', 'chat.reason.quoted', null, by)
}

function sendQuote(draft: Draft, { id, text }: { id: string; text: string }): void {
  const quote = draft.inquiry?.quote
  if (!quote) return
  patchInquiry(draft, { quote: { ...quote, at: draft.context.now, sentAt: draft.context.now } })
  draft.effects.push({ kind: 'quote_sent', id })
  followUp(draft)
  sayAsPerson(draft, text)
}

/** A person approved or wrote every word of it: it asks no gate. */
function sayAsPerson(draft: Draft, text: string): void {
  const message = { kind: 'text', text } as const
  draft.effects.push({ kind: 'say', message, occasion: 'person', replyTo: null })
  patchDialogue(draft, { spokeAt: draft.context.now, lastSaid: text, rehearsed: null })
  keepPromise(draft)
  wakeUp(draft, 'held.person')
}

/** The inquiry is over: nothing about it is asked or remembered any more. */
export function close(draft: Draft, outcome: NonNullable<Before['outcome']>): void {
  patchInquiry(draft, { outcome })
  patchDialogue(draft, { pending: null, status: 'resting', reminding: false, rehearsed: null })
  draft.effects.push({
    kind: 'cancel_timers',
    flow: draft.context.business.flows.silence,
    reason: 'held.closed',
  })
  wakeUp(draft, 'held.closed')
  endNurture(draft, 'held.closed')
  stopFollowUp(draft, 'held.closed')
}

/** Silences the bot in this chat for as long as the business set. */
export function pause(draft: Draft, by: string): void {
  const { context } = draft
  const until = isoOf(Date.parse(context.now) + context.business.takeOverHours * HOUR)
  patchDialogue(draft, { paused: { until, by } })
  draft.effects.push({ kind: 'cancel_queued', occasion: 'all', reason: 'held.person' })
}

function resume(draft: Draft): void {
  // Whatever looked like a machine counts no more: a person says that it is none.
  if (draft.dialogue.paused?.by === BY_LOOP) patchDialogue(draft, { loop: NO_LOOP })
  patchDialogue(draft, { paused: null })
}
