import type { Migration } from './migration.js'

/** What a model is to do beside the talk: taken up again at the next start until it is done. */
export const modelTasks: Migration = {
  number: 17,
  name: 'model-tasks',
  up: () => [
    // `for_staff` is whoever gets to see it, where that is settled beforehand.
    `create table llm_tasks (
      id text primary key, contact_id text not null, line_id text not null, for_staff text,
      question text not null, at text not null
    )`,
    'create index llm_tasks_contact on llm_tasks (contact_id)',
  ],
}
