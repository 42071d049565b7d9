import type { Migration } from './migration.js'

/**
 * Which sales had a discount is asked of the sales themselves now. Everybody is counted anew: whoever only
 * said hello no longer stands among what is to be closed.
 */
export const salesCounted: Migration = {
  number: 23,
  name: 'sales-counted',
  up: () => [
    'drop index figure_inquiries_closed',
    'alter table figure_inquiries drop column discounted',
    'alter table figure_people drop column discounted',
    'alter table figure_days drop column discounted',
    `create index figure_inquiries_closed on figure_inquiries
      (closed_day, opened_day, rung, simulated)
      where closed_day is not null`,
    `insert into figure_stale (contact_id) select id from contacts where true
      on conflict do nothing`,
  ],
}
