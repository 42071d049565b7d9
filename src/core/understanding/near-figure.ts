import type { Amount } from './amounts.js'
import type { Scan } from './scan.js'

/** Beside a figure on the table "900" is 900 mil: as many thousands as bring it near that figure. */
export function nearFigure(scan: Scan, a: Amount, value: number): number {
  const { figure } = scan.options
  if (figure === undefined || a.num.large || a.value <= 0) return value
  // A sum with its currency is meant as it stands.
  if (a.currency !== null) return value
  for (const factor of [1, 1000, 1_000_000]) {
    const near = value * factor
    if (near >= figure / 12 && near <= figure * 12) return near
  }
  return value
}
