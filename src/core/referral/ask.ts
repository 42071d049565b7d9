import { type Draft, patchContact } from '../conversation/draft.js'
import { isBusiness } from '../funnel/facts-of-case.js'
import { newCode } from './codes.js'
import { mayAskReferral } from './may-ask.js'

/**
 * Makes ready to ask a customer for somebody they know: from here on they have a code, and nobody
 * asks them again for a while. False when they may not be asked, and then nothing is said.
 */
export function beginReferral(draft: Draft): boolean {
  const { contact, context } = draft
  const program = context.business.referrals
  if (program === null) return false
  const allowed = mayAskReferral(contact, {
    now: context.now,
    timeZone: context.business.timeZone,
    everyDays: program.everyDays,
    isBusiness: isBusiness(draft, context),
  })
  if (allowed.kind === 'no') return false
  const { code } = contact.referring
  const theirs = code ?? newCode(program.prefix, context.referralCodes())
  if (code === null) draft.effects.push({ kind: 'referral_code', code: theirs })
  patchContact(draft, { referring: { code: theirs, askedAt: context.now } })
  return true
}
