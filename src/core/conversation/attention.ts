import type { Business } from '../business/types.js'
import { matchKey } from '../identity.js'
import type { ContactState } from './types.js'

/**
 * Whether the bot leaves this person alone: on the ignore list, or somebody with whom the number had a
 * chat before, where the number is also somebody's own. An owner's word goes before both.
 */
export function isLeftAlone(
  { attention, knownBefore, phone }: ContactState,
  { number }: Pick<Business, 'number'>,
): boolean {
  switch (attention) {
    case 'attended':
      return false
    case 'ignored':
      return true
    case 'auto':
      return (number.personal && knownBefore) || isListed(phone, number.ignore)
  }
}

function isListed(phone: string | null, listed: readonly string[]): boolean {
  if (phone === null || listed.length === 0) return false
  const key = matchKey(phone)
  return listed.some((each) => matchKey(each) === key)
}
