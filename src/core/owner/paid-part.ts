import { hasWords } from '../aftersale/has-words.js'
import { wordList } from '../business/word-list.js'
import { fold } from '../understanding/normalise.js'
import { act } from './act.js'
import type { Command } from './commands.js'
import { settleCommand } from './settle-command.js'
import { targetOf } from './target.js'
import type { Obeyed, OpenLead, StaffState, World } from './types.js'

/** "ana pagó 400" of a sale that is written down: no other sale, but a part of it, and worth a note. */
export function paidPart(
  text: string,
  command: Command,
  staff: StaffState,
  world: World,
): Obeyed | null {
  if (command.kind !== 'won') return null
  if (!hasWords(fold(text), wordList(world.messages, 'owner.words.paying'))) return null
  const target = targetOf(settleCommand(command, world), staff, world)
  if (target.kind !== 'one' || target.lead.outcome?.kind !== 'won') return null
  return act({ kind: 'note', name: null, text: text.trim() }, target.lead, staff, world)
}

/** "carlos me abonó 200", "la otra mitad me la paga el viernes": of whoever is named, else of the one just talked about. */
export function owedNote(
  text: string,
  named: readonly OpenLead[],
  staff: StaffState,
  world: World,
): Obeyed | null {
  const lists = ['owner.words.owing', 'owner.words.paid_off']
  const isOwed = lists.some((list) => hasWords(fold(text), wordList(world.messages, list)))
  if (!isOwed || text.includes('?') || named.length > 1) return null
  const about = staff.lastAbout === null ? null : world.people.byId(staff.lastAbout)
  const lead = named[0] ?? about
  if (lead === null || (named.length === 0 && lead.outcome?.kind !== 'won')) return null
  return act({ kind: 'note', name: null, text: text.trim() }, lead, staff, world)
}
