import type { Migration } from './migration.js'

/** Who called or visited a customer, so that it can be taken back; and what somebody means to do for them. */
export const touches: Migration = {
  number: 8,
  name: 'touches',
  up: () => [
    'alter table touches add column ref text',
    'alter table touches add column by_contact text',
    'alter table touches add column voided_at text',
    `update contacts set state = json_insert(state, '$.care',
      json('{"call":null,"meeting":null,"manager":null}'))`,
    `update owner_words set before = json_insert(before, '$.care',
      json('{"call":null,"meeting":null,"manager":null}'))
      where json_type(before, '$.stage') is not null`,
  ],
}
