import type { Migration } from './migration.js'

/** How tickets stand, and what contacts know since then of what is open and how content they are. */
export const tickets: Migration = {
  number: 4,
  name: 'tickets',
  up: () => [
    `alter table tickets add column priority text not null default 'normal'`,
    'alter table tickets add column reopened integer not null default 0',
    'alter table tickets add column updated_at text',
    `create index tickets_open on tickets (due_at) where status <> 'closed'`,
    // Per cent off, as in quotes: 0 for one of unknown size, null for none.
    'alter table sales add column discount integer',
    `update contacts
      set state = json_insert(state, '$.satisfaction', null, '$.tickets', json('[]'))`,
    `update owner_words
      set before = json_insert(before, '$.tickets', json('[]'))`,
  ],
}
