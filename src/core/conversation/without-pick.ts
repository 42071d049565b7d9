import type { Option } from '../types.js'
import type { Found, Reading } from '../understanding/types.js'
import { SCALES } from './take-scale.js'
import type { Context, Pending } from './types.js'

/**
 * What is left of a reading when somebody picked an option by its place: the "3" of an answered list
 * is no count, no money and no date, whatever was talked about before it.
 */
export function withoutPick(
  reading: Reading,
  options: readonly Option[],
  context: Context,
): Reading {
  if (options.length === 0) return reading
  const picks = (text: string): boolean => chosenByPlace(text, options, context) !== null
  if (!picks(reading.text)) return reading
  const kept = <F extends Found<unknown>>(found: F | null): F | null =>
    found === null || picks(found.said) ? null : found
  return {
    ...reading,
    budget: kept(reading.budget),
    urgency: kept(reading.urgency),
    quantities: reading.quantities.filter(({ said }) => !picks(said)),
  }
}

/** The list that a number may pick from: the newest one they saw. */
export function shownIn(pending: Pending | null): readonly Option[] {
  if (pending?.kind === 'scale') return SCALES
  return pending?.kind === 'ask' || pending?.kind === 'origin' ? pending.options : []
}

/** The option named by its number or place alone; null when words chose it, or nothing did. */
export function chosenByPlace(
  text: string,
  options: readonly Option[],
  { choose }: Pick<Context, 'choose'>,
): string | null {
  return choose(
    text,
    options.map(({ id }) => ({ id, label: '' })),
  )
}
