import type { Migration } from './migration.js'

/** Files that go with our messages, and what the week's report asks for in the order in which it does. */
export const sentFiles: Migration = {
  number: 18,
  name: 'sent-files',
  up: () => [
    'alter table outbox add column file text',
    'create index outbox_files on outbox (file) where file is not null',
    'create index sales_at on sales (at, currency, voided_at, contact_id, amount)',
  ],
}
