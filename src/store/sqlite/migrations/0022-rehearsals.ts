import type { Migration } from './migration.js'

/** What owners said to answers that were only rehearsed: their wording is kept. */
export const rehearsals: Migration = {
  number: 22,
  name: 'rehearsals',
  up: ({ serial }) => [
    `create table rehearsals (
      id ${serial}, contact_id text not null, verdict text not null, said text, proposed text not null,
      sent text, at text not null
    )`,
    `create index rehearsals_contact on rehearsals (contact_id)`,
    `update conversations set state = json_insert(state, '$.rehearsed', null)`,
    `create index conversations_rehearsed on conversations (line_id)
      where json_type(state, '$.rehearsed') = 'object'`,
  ],
}
