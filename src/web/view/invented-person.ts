import { type Messages, message } from '../../core/messages.js'

const FIRST_PHONE = 573_105_550_101

/** The first invented person whose phone nobody here uses; names repeat after the list ends. */
export function inventedPerson(
  messages: Messages,
  taken: readonly string[],
): { readonly phone: string; readonly name: string } {
  let turn = 0
  while (taken.includes(`+${FIRST_PHONE + turn}`)) turn += 1
  const name = message(messages, 'web.people.invented', {}, { treatment: 'usted', turn })
  return { phone: `+${FIRST_PHONE + turn}`, name }
}
