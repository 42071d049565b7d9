import { type Draft, patchContact, speak } from '../conversation/draft.js'
import type { ContactState, Context } from '../conversation/types.js'
import { type FoundCode, findCode, mayHoldCode } from './codes.js'

type Known = Pick<ContactState, 'id' | 'stage' | 'referredBy' | 'referring'>

/**
 * The code in what somebody new wrote; null for whoever is known already or was sent by somebody
 * else: the first one counts. Their own is found whoever wrote it, since it is there for others.
 */
export function codeIn(
  text: string,
  contact: Known,
  { business, referralCodes }: Pick<Context, 'business' | 'referralCodes'>,
): FoundCode | null {
  const counts = mayStillArrive(contact)
  if (business.referrals === null || !(counts || contact.referring.code !== null)) return null
  if (!mayHoldCode(text, business.referrals.prefix)) return null
  const found = findCode(text, referralCodes())
  return counts || found?.owner === contact.id ? found : null
}

function mayStillArrive({ stage, referredBy }: Known): boolean {
  return referredBy === null && (stage === null || stage === 'stranger' || stage === 'visitor')
}

/** Whether it holds the code that they themselves were given: told at once, and nothing to pass on. */
export function isOwnCode(
  { contact, context }: Pick<Draft, 'contact' | 'context'>,
  text: string,
): boolean {
  return codeIn(text, contact, context)?.owner === contact.id
}

/** Takes note of who sent somebody that writes, by their code or since their contact was given to us. */
export function arriveByReferral(draft: Draft, text: string): void {
  const { contact, context } = draft
  const found = codeIn(text, contact, context)
  // Nobody brings themselves.
  if (found?.owner === contact.id) speak(draft, 'chat.referral.own')
  if (contact.referredBy !== null) {
    if (contact.stage === 'stranger') draft.effects.push({ kind: 'referral', became: 'arrived' })
    return
  }
  if (found === null || found.owner === contact.id) return
  const source = { sourceType: 'referral', sourceId: found.code, clickId: null, headline: null }
  patchContact(draft, { referredBy: found.owner, source: contact.source ?? source })
  const { code, owner } = found
  draft.effects.push({ kind: 'referred', by: owner, code, status: 'arrived', name: null })
  speak(draft, 'chat.referral.welcome')
}
