import type { Iso } from '../types.js'
import { type Draft, label, patchInquiry, tell } from './draft.js'
import type { Postponed } from './types.js'

/** The flow under which the reminder's timer stands: no file holds it. */
export const POSTPONED = 'postponed'

/** Puts the inquiry off: what would be said unasked waits, and whoever did it is reminded then. */
export function postpone(draft: Draft, postponed: Postponed): void {
  const { inquiry } = draft
  if (inquiry === null) return
  patchInquiry(draft, { postponed })
  draft.effects.push({
    kind: 'set_timer',
    // One for each inquiry: putting it off again moves it.
    id: `${POSTPONED}:${inquiry.id}`,
    name: label(draft, 'chat.timer.postponed'),
    dueAt: postponed.until,
    flow: POSTPONED,
    step: '',
    held: null,
  })
}

/** Something was done about it: nobody is reminded any more. */
export function wakeUp(draft: Draft, reason: string): void {
  if (draft.inquiry === null || draft.inquiry.postponed === null) return
  patchInquiry(draft, { postponed: null })
  draft.effects.push({ kind: 'cancel_timers', flow: POSTPONED, reason })
}

/** As it was before a word that is taken back; a moment that has passed is not waited for again. */
export function putBack(draft: Draft, before: Postponed | null): void {
  if (before !== null && before.until > draft.context.now) return postpone(draft, before)
  wakeUp(draft, 'held.undone')
  patchInquiry(draft, { postponed: before })
}

/** The moment has come: it stays on the day's list until something is done about it. */
export function remindStaff(draft: Draft): void {
  const postponed = draft.inquiry?.postponed ?? null
  if (postponed === null || draft.inquiry?.outcome != null) return
  tell(draft, { kind: 'postponed', by: postponed.by })
}

/** Until when nothing is said unasked; null when it does not sleep. */
export function sleepsUntil({ inquiry, context }: Pick<Draft, 'inquiry' | 'context'>): Iso | null {
  const until = inquiry?.postponed?.until ?? null
  return until !== null && until > context.now ? until : null
}
