import { type Draft, tell } from '../conversation/draft.js'
import { localTime } from '../schedule/local-time.js'
import { afterWorkingMinutes } from '../schedule/working-time.js'
import type { Iso } from '../types.js'
import { nextCallTime } from './next-call-time.js'
import { keepCall, remindAt } from './plan-care.js'

/** Working minutes after which somebody who called is spoken of again. */
const CALL_BACK_MINUTES = 60

/** The moment of a call has come: whoever planned it is told, and again each working day until it was done. */
export function remindCall(draft: Draft): void {
  const { call } = draft.contact.care
  const { now, business, holidays } = draft.context
  if (call === null) return
  tell(draft, { kind: 'call_due', by: call.by, why: call.why, reminded: isLate(call.at, draft) })
  const next = nextCallTime(business, holidays, now)
  if (next !== null) remindAt(draft, next)
}

/** Somebody called and nobody answered: it is owed to call back, unless a call is planned anyway. */
export function oweCall(draft: Draft): void {
  const { now, business, holidays } = draft.context
  if (draft.contact.care.call !== null) return
  const at = afterWorkingMinutes(business, holidays, now, CALL_BACK_MINUTES)
  if (at !== null) keepCall(draft, { at, by: null, why: 'missed' })
}

/** It was reminded of on an earlier day. */
function isLate(at: Iso, { context: { now, business } }: Draft): boolean {
  const dayOf = (iso: Iso): number => localTime(iso, business.timeZone).day
  return dayOf(at) < dayOf(now)
}
