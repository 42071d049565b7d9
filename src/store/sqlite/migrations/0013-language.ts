import type { Migration } from './migration.js'

/** What language a conversation is held in: Spanish, as all of them were. */
export const language: Migration = {
  number: 13,
  name: 'language',
  up: () => [
    `update conversations
      set state = json_insert(state, '$.language', 'es')`,
  ],
}
