import type { Case } from './types.js'

/** The one timer that a sequence has for each inquiry: setting it again moves it. */
export function timerId(
  flow: string,
  { contact, inquiry }: Pick<Case, 'contact' | 'inquiry'>,
): string {
  return `${flow}:${inquiry?.id ?? contact.id}`
}
