import { whenText } from '../business/when-text.js'
import type { OwnerAction } from '../conversation/events.js'
import type { News, Obeyed, OpenLead, World } from './types.js'
import { amountOf, names, say } from './wording.js'

/** Whoever has a lead hears in one line what a colleague did with it. */
export function holderNews(
  actions: Obeyed['actions'],
  lead: OpenLead,
  world: World,
): readonly News[] {
  const holder = lead.assignedTo
  if (holder === null || holder.id === world.me.id) return []
  return actions.flatMap(({ action }) => {
    const text = newsText(action, names(lead, world).name, world)
    return text === null ? [] : [{ about: lead.id, text, to: holder.id }]
  })
}

function newsText(action: OwnerAction, name: string, world: World): string | null {
  const who = { staff: world.me.name, name }
  switch (action.kind) {
    case 'won':
    case 'sale':
      return say(world, 'owner.news.won', { ...who, amount: amountOf(world, action.amount) })
    case 'lost':
      return say(world, 'owner.news.lost', { ...who, reason: action.reason })
    case 'postpone': {
      const when = whenText(action.until, world.now, world.business, world.messages)
      return say(world, 'owner.news.postponed', { ...who, when })
    }
    case 'quote':
      return say(world, 'owner.news.quoted', { ...who, amount: amountOf(world, action.amount) })
    case 'respond':
      return say(world, 'owner.news.responded', who)
    case 'release':
      return say(world, 'owner.news.released', who)
    default:
      return null
  }
}
