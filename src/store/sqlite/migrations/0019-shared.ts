import type { Migration } from './migration.js'

/**
 * What people sent stands with their inquiry, and so does its size or name; of before nothing is told.
 * Campaigns are data of the business file: their table was never used.
 */
export const shared: Migration = {
  number: 19,
  name: 'shared',
  up: () => [
    `update inquiries set state = json_insert(state, '$.shared', json('[]'))`,
    `update inbox set content = json_insert(content, '$.bytes', null) where kind = 'document'`,
    `update inbox set content = json_insert(content, '$.name', null) where kind = 'location'`,
    `update notices set content = json_insert(content, '$.shared', json('[]'))
      where kind in ('media', 'receipt')`,
    `drop table campaigns`,
  ],
}
