import type { Migration } from './migration.js'

/** When somebody was invited to the group of customers. */
export const tribe: Migration = {
  number: 10,
  name: 'tribe',
  up: () => [
    `update contacts set state = json_insert(state, '$.care.invitedAt', null)`,
    `update owner_words set before = json_insert(before, '$.care.invitedAt', null)
      where json_type(before, '$.care') is not null`,
  ],
}
