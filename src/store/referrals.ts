import { sql } from 'kysely'
import type { ReferralCode } from '../core/referral/types.js'
import type { ContactId, Iso } from '../core/types.js'
import type { ReferralsTable } from './schema/business.js'
import type { Database } from './sqlite/database.js'
import { statement } from './sqlite/statement.js'

/** Somebody whom a customer sent, and what that customer has of it. */
type StoredReferral = {
  readonly id: number
  readonly referrer: ContactId
  readonly friend: ContactId | null
  readonly phone: string | null
  readonly name: string | null
  readonly status: ReferralsTable['status']
  readonly reward: ReferralsTable['reward']
}

export function addReferralCode(db: Database, { code, owner }: ReferralCode, at: Iso): void {
  insertCode(db).run({ code, owner, at })
}

/** Every code that was given to anybody, the oldest first. */
export function referralCodes(db: Database): readonly ReferralCode[] {
  return selectCodes(db).all({})
}

type NewReferral = {
  readonly referrer: ContactId
  readonly friend: ContactId
  readonly phone: string | null
  readonly name: string | null
  readonly code: string
  readonly status: ReferralsTable['status']
  readonly at: Iso
}

/** Writes down who sent somebody. Nobody is sent twice: whoever came first stays. */
export function addReferral(db: Database, referral: NewReferral): void {
  insert(db).run(referral)
}

/** By whom this contact was sent; null when nobody sent them. */
export function referralOf(db: Database, friend: ContactId): StoredReferral | null {
  return selectOf(db).get({ friend }) ?? null
}

/** Whom this contact brought, the oldest first. */
export function broughtBy(db: Database, referrer: ContactId): readonly StoredReferral[] {
  return selectBrought(db).all({ referrer })
}

/** How far the one who was sent has come. */
export function markReferral(db: Database, id: number, status: ReferralsTable['status']): void {
  setStatus(db).run({ id, status })
}

/** What the customer has of it now: `at` is when that changed. */
export function markReward(
  db: Database,
  id: number,
  reward: ReferralsTable['reward'],
  at: Iso,
): void {
  setReward(db).run({ id, reward, at })
}

/** How many rewards somebody has earned since then, those that were given to them included. */
export function rewardsSince(db: Database, referrer: ContactId, since: Iso): number {
  return countRewards(db).get({ referrer, since })?.count ?? 0
}

/** Everybody who was ever sent, the newest first. */
export function listReferrals(db: Database, limit: number): readonly StoredReferral[] {
  return selectAll(db).all({ limit })
}

/** Rewards that are earned and not given yet, the oldest first. */
export function owedRewards(db: Database): readonly StoredReferral[] {
  return selectOwed(db).all({})
}

const COLUMNS = [
  'id',
  'contact_id as referrer',
  'referred_id as friend',
  'phone',
  'name',
  'status',
  'reward',
] as const

const insertCode = statement<{ code: string; owner: ContactId; at: Iso }>()((query, arg) =>
  query
    .insertInto('referral_codes')
    .values({ code: arg('code'), contact_id: arg('owner'), at: arg('at') }),
)

const selectCodes = statement()((query) =>
  query.selectFrom('referral_codes').select(['code', 'contact_id as owner']).orderBy('at'),
)

const insert = statement<NewReferral>()((query, arg) =>
  query
    .insertInto('referrals')
    .values({
      contact_id: arg('referrer'),
      referred_id: arg('friend'),
      phone: arg('phone'),
      name: arg('name'),
      code: arg('code'),
      status: arg('status'),
      created_at: arg('at'),
      reward: sql.lit<'pending'>('pending'),
      rewarded_at: null,
    })
    .onConflict((conflict) => conflict.doNothing()),
)

const selectOf = statement<{ friend: ContactId }>()((query, arg) =>
  query.selectFrom('referrals').select(COLUMNS).where('referred_id', '=', arg('friend')),
)

const selectBrought = statement<{ referrer: ContactId }>()((query, arg) =>
  query
    .selectFrom('referrals')
    .select(COLUMNS)
    .where('contact_id', '=', arg('referrer'))
    .where('status', '!=', sql.lit<'void'>('void'))
    .orderBy('id'),
)

const setStatus = statement<{ id: number; status: ReferralsTable['status'] }>()((query, arg) =>
  query
    .updateTable('referrals')
    .set({ status: arg('status') })
    .where('id', '=', arg('id')),
)

const setReward = statement<{ id: number; reward: ReferralsTable['reward']; at: Iso }>()(
  (query, arg) =>
    query
      .updateTable('referrals')
      .set({ reward: arg('reward'), rewarded_at: arg('at') })
      .where('id', '=', arg('id')),
)

const countRewards = statement<{ referrer: ContactId; since: Iso }>()((query, arg) =>
  query
    .selectFrom('referrals')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('contact_id', '=', arg('referrer'))
    .where('reward', 'in', ['earned', 'delivered'])
    .where('rewarded_at', '>', arg('since')),
)

const selectAll = statement<{ limit: number }>()((query, arg) =>
  query.selectFrom('referrals').select(COLUMNS).orderBy('id', 'desc').limit(arg('limit')),
)

const selectOwed = statement()((query) =>
  query
    .selectFrom('referrals')
    .select(COLUMNS)
    .where('reward', '=', sql.lit<'earned'>('earned'))
    .orderBy('id'),
)
