import type { Migration } from './migration.js'

/**
 * Everything the house will need to know from its first day, also where no verb writes it yet.
 * A table with small rows has no rowid: one tree less to touch. Indexes are few, each one costs a
 * page at every insert; partial ones stay as small as the work that is left.
 */
export const first: Migration = {
  number: 1,
  name: 'first',
  up: ({ serial, clustered }) => [
    `create table lines (
      id text primary key, kind text not null, phone text, created_at text not null
    ) ${clustered}`,

    `create table contacts (
      id text primary key, phone text, profile_name text, stage text,
      consent text not null, vip integer not null, inquiry_id text, source text, referred_by text,
      state text not null, created_at text not null, updated_at text not null
    )`,
    `create table identities (
      kind text not null, match_key text not null, contact_id text not null references contacts (id),
      value text not null, created_at text not null, primary key (kind, match_key)
    ) ${clustered}`,
    `create index identities_contact on identities (contact_id)`,
    `create table inquiries (
      id text primary key, contact_id text not null references contacts (id),
      number integer not null, score integer not null, told integer not null, assigned_to text,
      outcome_kind text, outcome text, state text not null,
      opened_at text not null, updated_at text not null, unique (contact_id, number)
    )`,
    `create table conversations (
      contact_id text not null references contacts (id), line_id text not null,
      version integer not null, chat text not null, flow_id text not null, flow_hash text not null,
      status text not null, paused_until text, heard_at text, state text not null,
      updated_at text not null, primary key (contact_id, line_id)
    )`,
    `create index conversations_thinking on conversations (line_id) where status = 'thinking'`,
    `create table flow_versions (
      hash text primary key, id text not null, title text not null, source text not null,
      first_seen_at text not null
    )`,

    `create table slots (
      id ${serial}, contact_id text not null, inquiry_id text, name text not null, value text,
      said text not null, confidence real, declined integer not null, message_id text,
      at text not null
    )`,
    `create index slots_contact on slots (contact_id)`,
    `create table stage_changes (
      id ${serial}, contact_id text not null, from_stage text, to_stage text not null,
      reason text not null, message_id text, actor text not null, at text not null
    )`,
    `create index stage_changes_contact on stage_changes (contact_id)`,

    `create table inbox (
      id ${serial}, line_id text not null, chat text not null, sender text not null,
      message_id text not null, contact_id text not null, kind text not null, content text not null,
      reply_to text, profile_name text, referral text, sent_at text not null,
      received_at text not null, status text not null, reason text,
      attempts integer not null default 0, turn_at text,
      unique (line_id, chat, sender, message_id)
    )`,
    `create index inbox_contact on inbox (contact_id)`,
    `create index inbox_pending on inbox (contact_id, line_id) where status = 'pending'`,
    `create table outbox (
      id ${serial}, line_id text not null, contact_id text not null, chat text not null,
      message_id text not null unique, content text not null, reply_to text,
      occasion text not null, status text not null, reason text,
      attempts integer not null default 0, not_before text, created_at text not null,
      updated_at text not null
    )`,
    `create index outbox_contact on outbox (contact_id)`,
    `create index outbox_unfinished on outbox (contact_id, line_id)
      where status in ('queued', 'sending')`,
    `create index outbox_proactive on outbox (contact_id, created_at)
      where occasion = 'proactive'`,
    `create table timers (
      id text primary key, contact_id text not null, line_id text not null, name text not null,
      flow text not null, step text not null, due_at text not null, status text not null, held text,
      reason text, created_at text not null
    ) ${clustered}`,
    `create index timers_due on timers (due_at) where status = 'pending'`,
    `create index timers_contact on timers (contact_id) where status = 'pending'`,

    `create table sales (
      id text primary key, contact_id text not null, inquiry_id text not null,
      amount integer not null, currency text not null, at text not null, voided_at text
    )`,
    `create index sales_contact on sales (contact_id)`,
    `create table quotes (
      id ${serial}, contact_id text not null, inquiry_id text, amount integer not null,
      currency text not null, at text not null
    )`,
    `create index quotes_contact on quotes (contact_id)`,
    `create table touches (
      id ${serial}, contact_id text not null, by_name text not null, note text not null,
      at text not null
    )`,
    `create index touches_contact on touches (contact_id)`,
    `create table tickets (
      number ${serial}, contact_id text not null, inquiry_id text, status text not null,
      text text not null, due_at text not null, created_at text not null, closed_at text
    )`,
    `create index tickets_contact on tickets (contact_id)`,
    `create table surveys (
      id ${serial}, contact_id text not null, inquiry_id text, kind text not null, score real,
      said text not null, at text not null
    )`,
    `create index surveys_contact on surveys (contact_id)`,
    `create table referrals (
      id ${serial}, contact_id text not null, referred_id text, phone text, name text,
      code text not null, status text not null, created_at text not null
    )`,
    `create index referrals_contact on referrals (contact_id)`,
    `create table consents (
      id ${serial}, contact_id text not null, kind text not null, state text not null,
      message_id text, at text not null
    )`,
    `create index consents_contact on consents (contact_id)`,

    `create table facts (
      id text primary key, text text not null, by_contact text, at text not null, withdrawn_at text
    )`,
    `create table campaigns (
      id text primary key, title text not null, source text, created_at text not null
    )`,
    `create table spend (
      id ${serial}, campaign_id text, source text, amount integer not null, currency text not null,
      at text not null
    )`,
    `create table notes (
      id ${serial}, contact_id text not null, by_contact text, text text not null, at text not null
    )`,
    `create index notes_contact on notes (contact_id)`,
    `create table unanswered (
      id ${serial}, contact_id text not null, text text not null, message_id text, at text not null
    )`,

    `create table staff (
      contact_id text not null, line_id text not null, chat text not null, role text not null,
      name text not null, phone text not null, activated_at text not null,
      primary key (line_id, contact_id)
    )`,
    `create table notices (
      id ${serial}, line_id text not null, contact_id text, inquiry_id text, kind text not null,
      content text not null, for_staff text, status text not null, outbox_id integer,
      created_at text not null
    )`,
    `create index notices_waiting on notices (line_id) where status = 'waiting'`,
    `create index notices_outbox on notices (outbox_id)`,
    `create index notices_contact on notices (contact_id)`,
    `create table owner_words (
      id ${serial}, by_contact text not null, contact_id text not null, inquiry_id text,
      word text not null, kind text not null, action text not null, before text not null,
      message_id text, reply_message_id text, at text not null, undone_at text
    )`,
    `create index owner_words_by on owner_words (by_contact)`,

    `create table whatsapp_sessions (
      line_id text not null, type text not null, id text not null, value text not null,
      epoch integer not null, primary key (line_id, type, id)
    )`,
    `create table journal (
      line_id text not null, hash text not null, plaintext text, at text not null,
      primary key (line_id, hash)
    )`,
    `create table leases (
      line_id text primary key, owner text not null, epoch integer not null, until text not null
    )`,
    `create table settings (key text primary key, value text not null)`,
    `create table suppressions (hash text primary key, created_at text not null)`,
    `create table llm_answers (
      key text primary key, answer text not null, tokens integer not null, at text not null
    )`,
  ],
}
