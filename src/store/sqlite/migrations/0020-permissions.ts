import type { Migration } from './migration.js'

/** In whose words somebody agreed or refused, and who had somebody erased; nothing is known of before. */
export const permissions: Migration = {
  number: 20,
  name: 'permissions',
  up: () => [
    `alter table consents add column words text not null default ''`,
    'alter table consents add column actor text',
    'alter table suppressions add column actor text',
  ],
}
