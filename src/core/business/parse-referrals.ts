import { parseForms, type Reported } from '../flow/wordings.js'
import type { Phone } from '../types.js'
import type { RawBusiness } from './shape.js'
import type { ReferralProgram } from './types.js'

/** The part of the business file about customers who bring others. */
export function parseReferrals(
  raw: NonNullable<RawBusiness['referrals']>,
  report: Reported,
): ReferralProgram {
  const text = (name: 'reward' | 'welcome' | 'profile') =>
    parseForms(raw[name], ['referrals', name], report)
  return {
    prefix: raw.prefix,
    phone: raw.phone === undefined ? null : (raw.phone as Phone),
    everyDays: raw.everyDays ?? 90,
    yearlyRewards: raw.yearlyRewards ?? 6,
    earnedAt: raw.earnedAt ?? 'customer',
    reward: text('reward'),
    welcome: text('welcome'),
    profile: text('profile'),
  }
}
