import type { Effect } from '../core/conversation/effects.js'
import type { Case } from '../core/conversation/types.js'
import { findLeads } from '../core/owner/find-lead.js'
import { firstOf, where } from '../core/owner/lazily.js'
import type { Candidates } from '../core/owner/people.js'
import { isoOf } from '../core/schedule/local-time.js'
import { DAY } from '../core/schedule/units.js'
import { type Iso, unreachable } from '../core/types.js'
import type { ChatKey } from '../store/chat-key.js'
import { keepContact } from '../store/identity.js'
import {
  addReferral,
  addReferralCode,
  markReferral,
  markReward,
  referralOf,
  rewardsSince,
} from '../store/referrals.js'
import type { TurnDeps } from './deps.js'
import { openCase } from './open-case.js'
import { notify } from './staff/notify.js'
import { customersOn } from './staff/people.js'
import { stepOnce } from './step-once.js'

const YEAR = 365 * DAY

type Work = {
  readonly deps: TurnDeps
  readonly key: ChatKey
  readonly state: Case
  readonly now: Iso
}

export type ReferralEffect = Extract<
  Effect,
  { kind: 'referral_code' | 'introduce' | 'recommended' | 'referred' | 'referral' | 'reward' }
>

/**
 * Who sent whom, and what is owed for it. What happens to one contact may be news to another: their
 * step is taken in the same transaction. Gives back the chats that have something to send.
 */
export function keepReferral(work: Work, effect: ReferralEffect): readonly ChatKey[] {
  const { deps, key, state, now: at } = work
  const { db } = deps
  switch (effect.kind) {
    case 'referral_code':
      addReferralCode(db, { code: effect.code, owner: key.contactId }, at)
      return []
    case 'introduce':
      return introduce(work, effect)
    case 'recommended':
      return tellOfRecommender(work, effect.name)
    case 'referred': {
      const { by: referrer, code, status, name } = effect
      const { phone, profileName } = state.contact
      const who = { friend: key.contactId, phone, name: name ?? profileName }
      addReferral(db, { referrer, code, status, ...who, at })
      return []
    }
    case 'referral':
      return follow(work, effect.became)
    case 'reward':
      markReward(db, effect.referral, effect.delivered ? 'delivered' : 'earned', at)
      return []
    default:
      return unreachable(effect)
  }
}

/** Where one customer has that name the owner is shown who that would be. */
function tellOfRecommender({ deps, key, state, now }: Work, by: string): readonly ChatKey[] {
  const customers = customersOn(deps, key.lineId, now)
  const others: Candidates = {
    likely: (hint) => where(customers.likely(hint), ({ id }) => id !== key.contactId),
  }
  const [known, another] = firstOf(findLeads(others, by), 2)
  const only = known === undefined || another !== undefined ? null : known
  const notice = {
    kind: 'recommended',
    by,
    known: only === null ? null : { id: only.id, phone: only.phone },
  } as const
  return notify(deps, key, state, notice, now)
}

function introduce(
  { deps, key, now }: Work,
  { name, phone, code }: Extract<ReferralEffect, { kind: 'introduce' }>,
): readonly ChatKey[] {
  const { contactId } = keepContact(deps.db, [{ kind: 'phone', value: phone }], null, now)
  if (contactId === key.contactId) return []
  const friend = { contactId, lineId: key.lineId }
  const event = { kind: 'introduced', by: key.contactId, name, code } as const
  return stepOnce(deps, friend, openCase(deps, friend), event).deliver
}

type Became = Extract<ReferralEffect, { kind: 'referral' }>['became']

function follow({ deps, key, state, now }: Work, became: Became): readonly ChatKey[] {
  const { db, business } = deps
  const referral = referralOf(db, key.contactId)
  if (referral === null || referral.status === 'void') return []
  const { id, referrer, reward } = referral
  markReferral(db, id, became === 'undone' ? 'lead' : became)
  if (became === 'arrived') return []
  if (became === 'undone') {
    // What was given to them stays given.
    if (reward === 'earned' && business.referrals?.earnedAt === 'customer') {
      markReward(db, id, 'pending', now)
    }
    return []
  }
  const due = became === 'customer' || business.referrals?.earnedAt === 'lead'
  const earned = due && reward === 'pending' && !isCapped(deps, referrer, now)
  if (due && reward === 'pending') markReward(db, id, earned ? 'earned' : 'capped', now)
  const sender = { contactId: referrer, lineId: key.lineId }
  const name = nameOf(state) ?? referral.name
  const event = { kind: 'friend', referral: id, name, became, earned } as const
  return stepOnce(deps, sender, openCase(deps, sender), event).deliver
}

function isCapped({ db, business }: TurnDeps, referrer: ChatKey['contactId'], now: Iso): boolean {
  const { referrals } = business
  if (referrals === null) return true
  return rewardsSince(db, referrer, isoOf(Date.parse(now) - YEAR)) >= referrals.yearlyRewards
}

function nameOf({ contact }: Case): string | null {
  const said = contact.slots.name
  return said?.status === 'known' ? String(said.value) : contact.profileName
}
