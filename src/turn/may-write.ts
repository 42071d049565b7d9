import { askGate } from '../core/conversation/may-go.js'
import type { World } from '../core/owner/types.js'
import type { GateAnswer, GateQuestion } from '../core/schedule/gate.js'
import { instantOf, isoOf, localTime } from '../core/schedule/local-time.js'
import { DAY } from '../core/schedule/units.js'
import type { Iso } from '../core/types.js'
import type { ChatKey } from '../store/chat-key.js'
import { findLead } from '../store/leads.js'
import { proactiveCounts } from '../store/outbox.js'
import { contextAt } from './context.js'
import type { TurnDeps } from './deps.js'

const WEEK = 7 * DAY

/** What the gate has to know of a chat that its case does not hold. */
export function sentUnasked(
  { db, business, channel }: TurnDeps,
  { contactId, lineId }: ChatKey,
  now: Iso,
): Pick<GateQuestion, 'lockedUntil' | 'proactive'> {
  const today = instantOf(localTime(now, business.timeZone).day, 0, business.timeZone)
  const weekAgo = isoOf(Date.parse(now) - WEEK)
  return {
    lockedUntil: channel(lineId)?.lockedUntil?.() ?? null,
    proactive: proactiveCounts(db, contactId, today, weekAgo),
  }
}

/** What the gate would say of each customer of a line at that moment. */
export function gateAt(deps: TurnDeps, lineId: ChatKey['lineId'], now: Iso): World['gateFor'] {
  return (contactId): GateAnswer => {
    const row = findLead(deps.db, lineId, contactId)
    if (row === null) return { kind: 'go' }
    const asked = { ...row, context: contextAt(deps, now) }
    return askGate(asked, sentUnasked(deps, { contactId, lineId }, now))
  }
}
