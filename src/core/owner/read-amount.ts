import type { Business } from '../business/types.js'
import type { Reader } from '../understanding/types.js'
import type { ReadAmount } from './commands.js'

/**
 * Sums as owners write them beside "ganado", read by the same reader as those of prospects. Of a
 * range the upper end counts. `today` is the local day number of the business.
 */
export function createReadAmount(
  reader: Reader,
  business: Pick<Business, 'country'>,
  today: number,
): ReadAmount {
  return (text) => {
    const { budget } = reader(text, { question: 'budget', country: business.country, today })
    const value = budget?.value.max ?? budget?.value.min ?? null
    return budget === null || value === null ? null : { value, span: budget.span }
  }
}
