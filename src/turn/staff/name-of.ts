import type { StoredCase } from '../../store/cases.js'

/** How somebody is called in the log of words: as they said, else by their profile or number. */
export function nameOf({ contact }: StoredCase): string {
  const said = contact.slots.name
  return said?.status === 'known'
    ? String(said.value)
    : (contact.profileName ?? contact.phone ?? '')
}
