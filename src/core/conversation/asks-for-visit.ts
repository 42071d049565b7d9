import type { Context } from './types.js'

/** "¿tienen turno?", where people buy one, asks for what is sold and for no fact. */
export function asksForVisit({ business, read }: Context, text: string): boolean {
  if (!business.appointments) return false
  return read(text, { question: 'open', country: business.country, today: 0 }).intents.includes(
    'meeting',
  )
}
