import { wordsOf } from './command-words.js'
import type { Command, Parsed } from './commands.js'
import type { Obeyed, OpenLead, StaffPending, World } from './types.js'

/** A message as it may answer what was asked. */
export type Said = { readonly text: string; readonly parsed: Parsed }

export type Answered =
  | { readonly kind: 'done'; readonly obeyed: Obeyed }
  | { readonly kind: 'run'; readonly command: Command }

export type Of<K extends StaffPending['kind']> = Extract<StaffPending, { kind: K }>

/** A longer message that begins with a word of ours is meant as the text that was asked for. */
const LONGEST_WORD = 6

/** Whether a message is a word of its own and not the text that was asked for. */
export function isWordOfItsOwn({ text, parsed }: Said): boolean {
  if (parsed.kind !== 'command' || !parsed.exact) return false
  return parsed.whole || (parsed.leads && wordsOf(text).length <= LONGEST_WORD)
}

export function done(obeyed: Obeyed): Answered {
  return { kind: 'done', obeyed }
}

export function leadOf(id: OpenLead['id'], world: World): OpenLead | null {
  return world.people.byId(id)
}
