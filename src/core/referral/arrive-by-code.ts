import { type Draft, patchContact, speak } from '../conversation/draft.js'
import type { ContactState, Context } from '../conversation/types.js'
import { type FoundCode, findCode, mayHoldCode } from './codes.js'

type Known = Pick<ContactState, 'stage' | 'referredBy'>

/**
 * The code in what somebody new wrote; null for whoever is known already or was sent by somebody
 * else: the first one counts.
 */
export function codeIn(
  text: string,
  { stage, referredBy }: Known,
  { business, referralCodes }: Pick<Context, 'business' | 'referralCodes'>,
): FoundCode | null {
  if (business.referrals === null || referredBy !== null) return null
  if (stage !== null && stage !== 'stranger' && stage !== 'visitor') return null
  if (!mayHoldCode(text, business.referrals.prefix)) return null
  return findCode(text, referralCodes())
}

/** Takes note of who sent somebody that writes, by their code or since their contact was given to us. */
export function arriveByReferral(draft: Draft, text: string): void {
  const { contact, context } = draft
  if (contact.referredBy !== null) {
    if (contact.stage === 'stranger') draft.effects.push({ kind: 'referral', became: 'arrived' })
    return
  }
  const found = codeIn(text, contact, context)
  if (found === null) return
  // Their own code, seen from another number or not: it is there to be shared.
  if (found.owner === contact.id) return void speak(draft, 'chat.referral.own')
  const source = { sourceType: 'referral', sourceId: found.code, clickId: null, headline: null }
  patchContact(draft, { referredBy: found.owner, source: contact.source ?? source })
  const { code, owner } = found
  draft.effects.push({ kind: 'referred', by: owner, code, status: 'arrived', name: null })
  speak(draft, 'chat.referral.welcome')
}
