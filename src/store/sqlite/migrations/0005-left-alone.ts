import type { Migration } from './migration.js'

/** Whom the bot leaves alone: by an owner's word, or since the number knew them before it did. */
export const leftAlone: Migration = {
  number: 5,
  name: 'left-alone',
  up: ({ clustered }) => [
    `create table acquaintances (
      kind text not null, match_key text not null, at text not null, primary key (kind, match_key)
    ) ${clustered}`,
    `update contacts
      set state = json_insert(state, '$.attention', 'auto', '$.knownBefore', json('false'))`,
    `update owner_words
      set before = json_insert(before, '$.attention', 'auto')`,
  ],
}
