import { type Draft, patchContact } from '../conversation/draft.js'
import type { ContactState, Context } from '../conversation/types.js'
import { type FoundCampaign, findCampaign } from './find-campaign.js'
import { campaignSource, originToldIn, sourceTold } from './read-origin.js'
import { noteRecommender } from './recommender.js'

type Known = Pick<ContactState, 'stage' | 'source' | 'referredBy'>

/** The campaign by whose link somebody new came; null for whoever's source is known: the first one counts. */
export function campaignIn(
  text: string,
  contact: Known,
  { business, messages }: Pick<Context, 'business' | 'messages'>,
): FoundCampaign | null {
  return isUnplaced(contact) ? findCampaign(text, business.campaigns, messages) : null
}

/**
 * Where somebody new came from, by the link they opened or since they say so; nothing where it is known,
 * by an advertisement or by whoever sent them.
 */
export function arriveByOrigin(draft: Draft, text: string): void {
  const { contact, context } = draft
  const found = campaignIn(text, contact, context)
  if (found !== null) return patchContact(draft, { source: campaignSource(found.campaign) })
  if (!isUnplaced(contact) || isQuestion(text)) return
  const { campaigns, origins } = context.business
  const told = originToldIn(text, { campaigns, rules: origins, messages: context.messages })
  if (told === null) return
  patchContact(draft, { source: sourceTold(told, text) })
  noteRecommender(draft, told)
}

/** New, and nobody knows where from. */
function isUnplaced({ stage, source, referredBy }: Known): boolean {
  const isNew = stage === null || stage === 'stranger' || stage === 'visitor'
  return isNew && source === null && referredBy === null
}

/** "¿los vi en Instagram o eran otros?" tells nothing; a question after it does not matter. */
function isQuestion(text: string): boolean {
  return /^[^.!,\n]*\?\s*$/.test(text.trim())
}
