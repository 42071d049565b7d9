import type { Migration } from './migration.js'

/** What comes with a message besides its words: files, and the advertisement that it came from. */
export const media: Migration = {
  number: 3,
  name: 'media',
  up: ({ serial }) => [
    // `source` is how the channel gets the bytes; `file` the hash under which they are kept here.
    `create table media (
      id ${serial}, contact_id text not null, line_id text not null, message_id text not null,
      kind text not null, mime text not null, bytes integer, name text, sha256 text,
      source text not null, status text not null, file text, attempts integer not null default 0,
      created_at text not null
    )`,
    `create index media_contact on media (contact_id)`,
    `create index media_offered on media (id) where status = 'offered' and kind = 'audio'`,
    `create index media_file on media (file) where file is not null`,
    `create table ad_referrals (
      id ${serial}, contact_id text not null, line_id text not null, message_id text not null,
      raw text not null, created_at text not null
    )`,
    `create index ad_referrals_contact on ad_referrals (contact_id)`,
  ],
}
