/** Days since the first message: up to 30, up to 90, more. */
export type Horizon = 'short' | 'medium' | 'long'

export const HORIZONS: readonly Horizon[] = ['short', 'medium', 'long']

/** The horizon of what is so many days old. */
export function horizonOf(age: number): Horizon {
  if (age <= 30) return 'short'
  return age <= 90 ? 'medium' : 'long'
}
