import { leadCard } from '../core/owner/lead-card.js'
import type { OwnerReply } from '../core/owner/types.js'
import type { Iso, LineId } from '../core/types.js'
import { customerFor } from './customer.js'
import type { TurnDeps } from './deps.js'
import { figuresFor } from './figures.js'
import { lineFor } from './line-care.js'
import { cardProps } from './notify.js'
import { prospectsFor } from './prospects.js'
import { reportFor } from './report.js'
import { openCase } from './take-turn.js'
import { funnelFor, referralsFor } from './world.js'

/** What an answer to staff says, with whatever has to be looked up for it. */
export function replyText(
  deps: TurnDeps,
  lineId: LineId,
  reply: Exclude<OwnerReply, { kind: 'gesture' }>,
  now: Iso,
): string {
  switch (reply.kind) {
    case 'text':
      return reply.text
    case 'funnel':
      return funnelFor(deps, now)
    case 'referrals':
      return referralsFor(deps)
    case 'figures':
      return figuresFor(deps, now)
    case 'report':
      return reportFor(deps, now) ?? figuresFor(deps, now)
    case 'line':
      return lineFor(deps, lineId, now)
    case 'prospects':
      return prospectsFor(deps, reply.by, now)
    case 'customer':
      return customerFor(deps, reply.target, lineId, now) ?? ''
    case 'card': {
      const chat = { contactId: reply.target, lineId }
      return leadCard(cardProps(deps, chat, openCase(deps, chat, ''), now), reply.size)
    }
  }
}
