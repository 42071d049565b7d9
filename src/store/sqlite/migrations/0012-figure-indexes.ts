import type { Migration } from './migration.js'

/** What figures are asked for, in the order in which it is asked: nothing sorts, and no row is looked up. */
export const figureIndexes: Migration = {
  number: 12,
  name: 'figure-indexes',
  up: () => [
    'drop index figure_people_minutes',
    `create index figure_people_waits on figure_people (minutes, day, simulated)
      where minutes is not null`,
    `create index figure_inquiries_odds on figure_inquiries
      (rung, band, outcome, quoted, simulated)`,
    `create index figure_inquiries_closed on figure_inquiries
      (closed_day, opened_day, outcome, rung, discounted, simulated)
      where closed_day is not null`,
    `create index figure_inquiries_open on figure_inquiries
      (opened_day, rung, told, simulated, closed_day)
      where closed_day is null`,
  ],
}
