import type { Migration } from './migration.js'

/** How somebody is accompanied who is not ready to buy: nobody was. */
export const nurture: Migration = {
  number: 16,
  name: 'nurture',
  up: () => [
    `update inquiries set state = json_insert(state, '$.nurture', null)`,
    `update owner_words set before = json_insert(before, '$.nurture', null)
      where json_type(before, '$.stage') is not null`,
  ],
}
