import type { Campaign } from '../business/origin-rules.js'
import type { Business } from '../business/types.js'
import { type Messages, message } from '../messages.js'

/** "wa.me/573000000000?text=…", or null where nobody wrote down the number of the line. */
export function campaignLink(
  campaign: Campaign,
  business: Pick<Business, 'number' | 'referrals'>,
  messages: Messages,
): string | null {
  const phone = business.number.phone ?? business.referrals?.phone ?? null
  if (phone === null) return null
  return `wa.me/${phone.slice(1)}?text=${encodeURIComponent(prefilled(campaign, messages))}`
}

/** What the link writes for whoever opens it; they may change it before they send it. */
export function prefilled({ text, name, code }: Campaign, messages: Messages): string {
  const written = text ?? message(messages, 'owner.campaign.prefilled', { name, code })
  return hasCode(written, code) ? written : `${written} (${code})`
}

function hasCode(text: string, code: string): boolean {
  return text.toUpperCase().includes(code)
}
