import type { Migration } from './migration.js'

/**
 * How staff find people without reading them all: customers and marked people by the words of their
 * names, and whoever may be named by the hour they were heard last. What is there already is entered in
 * portions once the bot runs (`fill-accounts`), and until then everybody is read as before.
 */
export const accounts: Migration = {
  number: 24,
  name: 'accounts',
  up: ({ clustered }) => [
    `create table accounts (
      contact_id text primary key, level text not null, holder text
    ) ${clustered}`,
    `create index accounts_open on accounts (contact_id) where level <> 'quiet'`,
    `create index accounts_busy on accounts (contact_id) where level = 'busy'`,
    `create index accounts_holder on accounts (holder, contact_id) where holder is not null`,
    `create table account_words (
      form text not null, word text not null, contact_id text not null,
      primary key (form, word, contact_id)
    ) ${clustered}`,
    `create index account_words_contact on account_words (contact_id)`,
    `alter table conversations add column listed_on text`,
    `create index conversations_listed on conversations (line_id, listed_on)
      where listed_on is not null`,
    `create index conversations_paused on conversations (line_id, paused_until)
      where paused_until is not null`,
    `create index contacts_vip on contacts (id) where vip = 1`,
    // A customer's sales are counted without looking up a row.
    `drop index sales_contact`,
    `create index sales_contact on sales (contact_id, voided_at, at, amount)`,
    `insert into settings (key, value)
      select 'accounts_filled', 'all' where not exists (select 1 from contacts)`,
  ],
}
