import type { ContactState } from './types.js'

/** Letters, marks, apostrophes and hyphens: a profile called "💃" or "Ventas 24h" is no name to use. */
const NAME = /^[\p{L}\p{M}'’-]{2,20}$/u

/** The first name to call somebody by: as they said it, else their profile's if it looks like one. */
export function friendlyName(contact: ContactState): string | null {
  const said = contact.slots.name
  if (said?.status === 'known' && typeof said.value === 'string') return firstWord(said.value)
  const first = firstWord(contact.profileName ?? '')
  return NAME.test(first) ? capital(first) : null
}

function firstWord(name: string): string {
  return name.trim().split(/\s+/)[0] ?? ''
}

function capital(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1)
}
