/** Days since the first message: up to 30, up to 90, more. */
export type Horizon = 'short' | 'medium' | 'long'

export const HORIZONS: readonly Horizon[] = ['short', 'medium', 'long']

/** So many days after the first message the next horizon begins. */
export const MONTH = 30
export const QUARTER = 90

/** The horizon of what is so many days old. */
export function horizonOf(age: number): Horizon {
  if (age <= MONTH) return 'short'
  return age <= QUARTER ? 'medium' : 'long'
}
