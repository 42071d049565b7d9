import type { Iso } from '../types.js'
import { dateCell } from './contacts-csv.js'
import type { Cells } from './csv-text.js'

/** One sale that counts, with whose it is. */
export type ListedSale = {
  readonly at: Iso
  readonly phone: string | null
  readonly name: string | null
  /** Whole units of `currency`. */
  readonly amount: number
  readonly currency: string
  readonly product: string | null
}

/** One sale as a row: what it names is read back by `contacts import`. */
export function saleCells(sale: ListedSale, timeZone: string): Cells {
  return [
    dateCell(sale.at, timeZone),
    sale.phone ?? '',
    sale.name ?? '',
    sale.amount,
    sale.currency,
    sale.product ?? '',
  ]
}
