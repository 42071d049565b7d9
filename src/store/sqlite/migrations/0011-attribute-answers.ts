import type { Migration } from './migration.js'

/** What customers think, against what they expected, of what the business is judged by. */
export const attributeAnswers: Migration = {
  number: 11,
  name: 'attribute-answers',
  up: ({ serial }) => [
    `create table attribute_answers (
      id ${serial}, contact_id text not null, attribute text not null, level text not null,
      at text not null
    )`,
    'create index attribute_answers_contact on attribute_answers (contact_id)',
  ],
}
