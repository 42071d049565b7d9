import type { Migration } from './migration.js'

/** Codes by which customers bring others, what they are owed for it, and what was said against a price. */
export const referrals: Migration = {
  number: 9,
  name: 'referrals',
  up: () => [
    `create table referral_codes (
      code text primary key, contact_id text not null, at text not null
    )`,
    'create index referral_codes_contact on referral_codes (contact_id)',
    `alter table referrals add column reward text not null default 'pending'`,
    'alter table referrals add column rewarded_at text',
    // Nobody is sent twice, so that nothing is owed twice for anybody.
    `create unique index referrals_referred on referrals (referred_id)
      where referred_id is not null`,
    `create index referrals_owed on referrals (reward) where reward = 'earned'`,
    `create index contacts_strangers on contacts (created_at) where stage = 'stranger'`,
    `create table objections (
      id integer primary key, contact_id text not null, inquiry_id text, kind text not null,
      said text not null, at text not null
    )`,
    'create index objections_contact on objections (contact_id)',
    `update contacts
      set state = json_insert(state, '$.referring', json('{"code":null,"askedAt":null}'))`,
  ],
}
