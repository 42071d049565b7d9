import type { Migration } from './migration.js'

/** Odds look at how long an inquiry has been open too: the index they are read from holds it. */
export const oddsAge: Migration = {
  number: 21,
  name: 'odds-age',
  up: () => [
    'drop index figure_inquiries_odds',
    `create index figure_inquiries_odds on figure_inquiries
      (rung, band, outcome, opened_day, quoted, simulated)`,
  ],
}
