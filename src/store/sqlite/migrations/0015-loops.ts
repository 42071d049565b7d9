import type { Migration } from './migration.js'

/** What is remembered of a chat in order to notice that nobody talks there: begun anew. */
export const loops: Migration = {
  number: 15,
  name: 'loops',
  up: () => [
    `update conversations
      set state = json_set(state, '$.loop', json('{"idle":[],"automatic":[],"last":"","times":0,"lastAt":null,
        "heard":{"since":null,"n":0},"answered":{"since":null,"n":0}}'))`,
    `update notices
      set content = json_set(content, '$.why', json('{"kind":"idle","n":5}'), '$.until', created_at)
      where kind = 'loop'`,
    `update notices set content = json_set(content, '$.n', 1) where kind in ('media', 'receipt')`,
  ],
}
