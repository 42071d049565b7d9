import { type Draft, patchDialogue, patchInquiry } from '../conversation/draft.js'
import type { Before } from '../conversation/events.js'
import { startSequence } from '../conversation/walk.js'
import { nextAllowed } from '../schedule/contact-hours.js'
import { instantOf, localTime } from '../schedule/local-time.js'
import type { Iso } from '../types.js'
import { journeyOf, type Nurture, nextPiece, pieceKey } from './nurture.js'

type Beginning = Pick<Nurture, 'said' | 'agreed' | 'back'>

/**
 * From here on they are accompanied: written to on the day they said, then at the business's rhythm, with what
 * is useful to them. False where there would be nothing to say, and then nothing begins.
 */
export function accompany(draft: Draft, { said, agreed, back }: Beginning): boolean {
  const { context, inquiry, contact } = draft
  const rules = context.business.nurture
  if (rules === null || inquiry === null || contact.consent === 'opted_out') return false
  if (back === null && nextPiece(rules, draft) === null) return false
  const since = context.now
  const nurture = { since, said: said.slice(0, LONGEST), agreed, back, times: 0, piece: null }
  patchInquiry(draft, { nurture: { ...nurture, nextAt: null } })
  startSequence(draft, rules.flow)
  return true
}

const LONGEST = 200

/** Nothing more of it is sent: they answered, it is decided, or somebody stopped it. */
export function endNurture(draft: Draft, reason: string): void {
  const rules = draft.context.business.nurture
  if (draft.inquiry === null || !draft.inquiry.nurture) return
  patchInquiry(draft, { nurture: null })
  if (rules !== null) draft.effects.push({ kind: 'cancel_timers', flow: rules.flow, reason })
}

/** As it was before a word that is taken back. */
export function putNurtureBack(draft: Draft, { nurture }: Pick<Before, 'nurture'>): void {
  const rules = draft.context.business.nurture
  if (rules === null || !nurture?.nextAt) return
  const { now } = draft.context
  const back = nurture.nextAt > now ? nurture.nextAt : (nextAllowed(draft.context, now) ?? now)
  patchInquiry(draft, { nurture: { ...nurture, back } })
  startSequence(draft, rules.flow)
}

/** Chooses what they are sent now. False when it is over: everything was said, or often enough. */
export function share(draft: Draft): boolean {
  const { inquiry, context } = draft
  const rules = context.business.nurture
  const nurture = inquiry?.nurture ?? null
  if (rules === null || nurture === null) return false
  const piece = nextPiece(rules, draft)
  const greets = nurture.times === 0 && nurture.agreed
  if (nurture.times >= rules.most || (piece === null && !greets)) {
    endNurture(draft, 'held.nurtured')
    return false
  }
  if (piece !== null) {
    const said = { ...draft.dialogue.said, [pieceKey(piece.id)]: 1 }
    patchDialogue(draft, { said })
  }
  patchInquiry(draft, {
    nurture: { ...nurture, times: nurture.times + 1, piece: piece?.id ?? null, back: null },
  })
  return true
}

/** When they are written to next; null when nothing is left to be said, which is kept too. */
export function nextShare(draft: Draft): Iso | null {
  const { inquiry, context } = draft
  const rules = context.business.nurture
  const nurture = inquiry?.nurture ?? null
  if (rules === null || nurture === null) return null
  const due = dueOf(draft, nurture)
  const nextAt = due === null ? null : (nextAllowed(context, due) ?? due)
  patchInquiry(draft, { nurture: { ...nurture, nextAt } })
  return nextAt
}

function dueOf(draft: Draft, { back, times }: Nurture): Iso | null {
  const { now, business } = draft.context
  const rules = business.nurture
  if (back !== null) return back
  if (rules === null || times >= rules.most || nextPiece(rules, draft) === null) return null
  const { day } = localTime(now, business.timeZone)
  return instantOf(day + rules.days[journeyOf(draft)], rules.at, business.timeZone)
}
