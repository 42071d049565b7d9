import { leadCard } from '../../core/owner/lead-card.js'
import type { OwnerReply } from '../../core/owner/types.js'
import type { Iso, LineId, Outgoing } from '../../core/types.js'
import type { TurnDeps } from '../deps.js'
import { openCase } from '../open-case.js'
import { reportFor } from '../scheduled/report.js'
import { customerFor } from './customer.js'
import { debtsFor } from './debts.js'
import { figuresFor, forecastFor, soldFor } from './figures.js'
import { funnelFor } from './funnel.js'
import { lineFor } from './line-care.js'
import { cardProps } from './notify.js'
import { prospectsFor } from './prospects.js'
import { referralsFor } from './world.js'

/** An answer to staff as it is sent, with whatever has to be looked up for it. */
export function replyMessage(deps: TurnDeps, lineId: LineId, reply: Reply, now: Iso): Outgoing {
  if (reply.kind === 'file') return { kind: 'unmade', text: reply.text, of: reply.of }
  if (reply.kind !== 'report') return { kind: 'text', text: replyText(deps, lineId, reply, now) }
  return reportFor(deps, now) ?? { kind: 'text', text: figuresFor(deps, now) }
}

type Reply = Exclude<OwnerReply, { kind: 'gesture' | 'rehearsed' }>

function replyText(
  deps: TurnDeps,
  lineId: LineId,
  reply: Exclude<Reply, { kind: 'report' | 'file' }>,
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
    case 'sold':
      return soldFor(deps, reply.period, now)
    case 'debts':
      return debtsFor(deps, reply.of, now)
    case 'forecast':
      return forecastFor(deps, now)
    case 'line':
      return lineFor(deps, lineId, now)
    case 'prospects':
      return prospectsFor(deps, reply.by, now)
    case 'customer':
      return customerFor(deps, reply.target, lineId, now) ?? ''
    case 'card': {
      const chat = { contactId: reply.target, lineId }
      return leadCard(cardProps(deps, chat, openCase(deps, chat), now), reply.size)
    }
  }
}
