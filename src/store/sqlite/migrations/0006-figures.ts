import type { Migration } from './migration.js'

/**
 * What figures are worked out from: a narrow row for each contact and each inquiry, and their sums by
 * day of the first message and source. All of it can be made anew from the other tables.
 */
export const figures: Migration = {
  number: 6,
  name: 'figures',
  up: ({ clustered }) => [
    'alter table spend add column ref text',
    'alter table spend add column voided_at text',
    `create table figure_people (
      contact_id text primary key, day integer not null, source text not null,
      simulated integer not null, minutes integer,
      people integer not null, leads integer not null, qualified integer not null,
      opportunities integer not null, customers integer not null, answered integer not
      null, attended integer not null, meetings integer not null, sales integer not null,
      discounted integer not null, revenue integer not null, repeats integer not null,
      referrers integer not null, won integer not null, lost integer not null, promoters
      integer not null, passives integer not null, detractors integer not null
    ) ${clustered}`,
    `create index figure_people_minutes on figure_people (simulated, minutes, day)
      where minutes is not null`,
    `create table figure_days (
      day integer not null, source text not null, simulated integer not null,
      people integer not null, leads integer not null, qualified integer not null,
      opportunities integer not null, customers integer not null, answered integer not
      null, attended integer not null, meetings integer not null, sales integer not null,
      discounted integer not null, revenue integer not null, repeats integer not null,
      referrers integer not null, won integer not null, lost integer not null, promoters
      integer not null, passives integer not null, detractors integer not null,
      primary key (day, source, simulated)
    ) ${clustered}`,
    `create table figure_inquiries (
      id text primary key, contact_id text not null, simulated integer not null,
      opened_day integer not null, closed_day integer, outcome text, rung text not null,
      band integer not null, quoted integer, discounted integer not null, told integer not null,
      reasons text not null
    ) ${clustered}`,
    'create index figure_inquiries_contact on figure_inquiries (contact_id)',
    // Whoever has to be counted again.
    `create table figure_stale (contact_id text primary key) ${clustered}`,
  ],
}
