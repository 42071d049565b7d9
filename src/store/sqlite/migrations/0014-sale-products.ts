import type { Migration } from './migration.js'

/** What was sold, in words; null for sales of before, which were of what their inquiry asked for. */
export const saleProducts: Migration = {
  number: 14,
  name: 'sale-products',
  up: () => ['alter table sales add column product text'],
}
