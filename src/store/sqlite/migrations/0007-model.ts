import type { Migration } from './migration.js'

/** What was asked of a language model, what it cost, and whose answers are kept. */
export const model: Migration = {
  number: 7,
  name: 'model',
  up: ({ serial }) => [
    // Only what nobody wrote so far: the table had no verb.
    'drop table llm_answers',
    `create table llm_answers (
      key text primary key, contact_id text not null, prompt_hash text not null,
      answer text not null, tokens integer not null, at text not null
    )`,
    'create index llm_answers_contact on llm_answers (contact_id)',
    // `outcome` is null while it is under way, and for ever where a crash cut it short.
    `create table llm_calls (
      id ${serial}, contact_id text not null, task text not null, question text not null,
      tokens integer not null, ms integer, outcome text, refused text, at text not null
    )`,
    'create index llm_calls_contact on llm_calls (contact_id, at)',
    'create index llm_calls_at on llm_calls (at)',
  ],
}
