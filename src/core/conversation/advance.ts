import { judge } from '../funnel/score.js'
import { pathTo } from '../funnel/stages.js'
import type { Actor, MessageId, Stage } from '../types.js'
import {
  type Draft,
  factsOf,
  flowOf,
  label,
  patchContact,
  patchDialogue,
  patchInquiry,
} from './draft.js'
import { giveCard } from './hand-over.js'
import type { Heard } from './heard.js'
import type { Reason } from './types.js'

/**
 * Judges the inquiry anew after what was just taken: score, outcome and stage follow, with one row
 * for each stage passed, and the owner is told the moment somebody worth calling appears.
 */
export function advance(draft: Draft, heard: Heard): void {
  const { inquiry } = draft
  if (inquiry === null) return
  if (inquiry.outcome?.kind === 'won' || inquiry.outcome?.kind === 'lost') return
  const verdict = judge(flowOf(draft), factsOf(draft))
  const { score, reasons, qualified } = verdict
  if (changed(inquiry, score, qualified, reasons))
    patchInquiry(draft, { score, reasons, qualified })
  applyRule(draft, verdict.failed)
  if (saidWhoOrWhat(draft))
    moveTo(draft, 'lead', 'chat.reason.told', heard.evidence, { kind: 'contact' })
  if (!qualified) return
  moveTo(draft, 'qualified', 'chat.reason.qualified', heard.evidence, { kind: 'bot' })
  const { price, meeting, person } = inquiry.asked
  if (price || meeting || person) {
    moveTo(draft, 'opportunity', 'chat.reason.asked', heard.evidence, { kind: 'contact' })
  }
  giveCard(draft)
}

/** Moves a contact forward, one row for each stage passed; never back. */
export function moveTo(
  draft: Draft,
  to: Stage,
  reasonKey: string,
  evidence: MessageId | null,
  actor: Actor,
): void {
  const path = pathTo(draft.contact.stage, to)
  if (path.length === 0) return
  const reason = label(draft, reasonKey, { puntos: draft.inquiry?.score ?? 0 })
  for (const { from, to: next } of path) {
    draft.effects.push({ kind: 'stage', from, to: next, reason, evidence, actor })
  }
  followReferral(draft, to)
  patchContact(draft, { stage: to })
}

/** Whoever sent them hears of it the moment they become a lead, and when they buy. */
function followReferral(draft: Draft, to: Stage): void {
  if (draft.contact.referredBy === null) return
  const passed = pathTo(draft.contact.stage, to).map((move) => move.to)
  const became = (['customer', 'lead'] as const).find((stage) => passed.includes(stage))
  if (became !== undefined) draft.effects.push({ kind: 'referral', became })
}

function changed(
  inquiry: NonNullable<Draft['inquiry']>,
  score: number,
  qualified: boolean,
  reasons: readonly Reason[],
): boolean {
  if (inquiry.score !== score || inquiry.qualified !== qualified) return true
  const before = inquiry.reasons
  return before.length !== reasons.length || reasons.some((each, at) => !isSame(each, before[at]))
}

function isSame(a: Reason, b: Reason | undefined): boolean {
  return a.id === b?.id && a.points === b.points && a.text === b.text && a.said === b.said
}

function saidWhoOrWhat({ contact, inquiry }: Draft): boolean {
  const told = [
    contact.slots.name,
    contact.slots.organization,
    inquiry?.slots.need,
    inquiry?.slots.quantity,
  ]
  return told.some((slot) => slot?.status === 'known')
}

/** A rule that fails ends the inquiry kindly; one that no longer does, after a correction, reopens it. */
function applyRule(
  draft: Draft,
  failed: { readonly reason: string; readonly step: string } | null,
): void {
  const was = draft.inquiry?.outcome?.kind === 'disqualified'
  // Once a person was called, it is theirs to say no: it is only recorded.
  if (draft.dialogue.status === 'handed' && !was) {
    if (failed === null) return
    const outcome = { kind: 'disqualified', reason: failed.reason, at: draft.context.now } as const
    return patchInquiry(draft, { outcome })
  }
  if (failed !== null && !was) {
    const at = draft.context.now
    patchInquiry(draft, { outcome: { kind: 'disqualified', reason: failed.reason, at } })
    patchDialogue(draft, { at: failed.step, status: 'talking', pending: null })
  }
  if (failed === null && was) {
    patchInquiry(draft, { outcome: null })
    patchDialogue(draft, { at: null, status: 'talking', pending: null })
  }
}
