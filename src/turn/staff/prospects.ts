import { isLeftAlone } from '../../core/conversation/attention.js'
import type { ContactState } from '../../core/conversation/types.js'
import { type Prospect, prospectsText } from '../../core/owner/prospects-text.js'
import { localTime } from '../../core/schedule/local-time.js'
import type { Iso } from '../../core/types.js'
import { fold } from '../../core/understanding/normalise.js'
import { contactName } from '../../store/contact-name.js'
import { referralOf } from '../../store/referrals.js'
import { listStrangers } from '../../store/strangers.js'
import type { TurnDeps } from '../deps.js'

/** More of a list than this is not looked at in one go. */
const MOST = 1000

/** Whom `by` might write to today, in words. */
export function prospectsFor(deps: TurnDeps, by: string, now: Iso): string {
  const { db, business, messages } = deps
  const prospects = listStrangers(db, MOST)
    .filter((contact) => !isLeftAlone(contact, business))
    .flatMap((contact) => prospectOf(deps, contact))
  const { day } = localTime(now, business.timeZone)
  return prospectsText({ prospects, day, by, business, messages })
}

function prospectOf({ db, mentions }: TurnDeps, contact: ContactState): readonly Prospect[] {
  const { id, phone, slots, profileName } = contact
  if (phone === null) return []
  const referral = referralOf(db, id)
  const organization = known(slots.organization)
  const named = `${organization ?? ''} ${known(slots.need) ?? ''}`
  return [
    {
      id,
      phone,
      organization,
      name: known(slots.name) ?? profileName ?? referral?.name ?? null,
      referrer: referral === null ? null : contactName(db, referral.referrer),
      isBuyer: mentions(fold(named)).personas.length > 0,
    },
  ]
}

function known(slot: ContactState['slots'][string] | undefined): string | null {
  return slot?.status === 'known' ? String(slot.value) : null
}
