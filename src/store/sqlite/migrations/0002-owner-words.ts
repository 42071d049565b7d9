import type { Migration } from './migration.js'

/** What the owner's words need to be taken back, and what inquiries know since then. */
export const ownerWords: Migration = {
  number: 2,
  name: 'owner-words',
  up: () => [
    // `ref` is the owner's own message: the id that a word and its undo share.
    'alter table quotes add column ref text',
    'alter table quotes add column discount integer',
    'alter table quotes add column sent_at text',
    'alter table quotes add column voided_at text',
    'alter table notes add column ref text',
    'alter table notes add column voided_at text',
    'alter table unanswered add column answered_at text',
    'create index unanswered_open on unanswered (contact_id) where answered_at is null',
    `update inquiries
      set state = json_insert(state, '$.promisedBy', null, '$.attendedAt', null,
        '$.postponed', null, '$.quote', null)`,
    `update owner_words
      set before = json_insert(before, '$.postponed', null, '$.quote', null, '$.vip', json('false'))`,
  ],
}
