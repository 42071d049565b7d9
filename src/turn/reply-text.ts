import { leadCard } from '../core/owner/lead-card.js'
import type { OwnerReply } from '../core/owner/types.js'
import type { Iso } from '../core/types.js'
import type { ChatKey } from '../store/chat-key.js'
import type { TurnDeps } from './deps.js'
import { figuresFor } from './figures.js'
import { cardProps } from './notify.js'
import { openCase } from './take-turn.js'
import { funnelFor, referralsFor } from './world.js'

/** What a member of the staff reads, from what the core answered and the rows it is about. */
export function replyText(deps: TurnDeps, key: ChatKey, reply: OwnerReply, now: Iso): string {
  switch (reply.kind) {
    case 'text':
      return reply.text
    case 'funnel':
      return funnelFor(deps, now)
    case 'referrals':
      return referralsFor(deps)
    case 'figures':
      return figuresFor(deps, now)
    case 'card': {
      const chat = { contactId: reply.target, lineId: key.lineId }
      return leadCard(cardProps(deps, chat, openCase(deps, chat, ''), now), reply.size)
    }
  }
}
