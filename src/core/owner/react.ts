import { answer, quiet } from './answer.js'
import type { Aimed } from './target.js'
import { settleTicket } from './tickets.js'
import type { Obeyed, StaffState, World } from './types.js'
import { undo } from './undo.js'
import { say } from './wording.js'

/** What a reaction on a card stands for; other emojis say nothing. */
const REACTIONS: { readonly [emoji: string]: Aimed } = {
  '👍': { kind: 'take', name: null },
  '✅': { kind: 'won', name: null, amount: null, written: '', at: null },
  '❌': { kind: 'lost', name: null, reason: null },
}

/** Skin tones and the mark that asks for a coloured emoji. */
const SHADES = /[\u{1f3fb}-\u{1f3ff}\ufe0f]/gu

type Aim = (command: Aimed, staff: StaffState, world: World) => Obeyed

/** A reaction on a card; one that is taken back takes back what it did. */
export function react(emoji: string, staff: StaffState, world: World, aim: Aim): Obeyed {
  if (emoji === '') return takeBack(staff, world)
  const command = REACTIONS[emoji.replace(SHADES, '')]
  if (command === undefined || world.quoted === null) return quiet(staff)
  // On a ticket the tick says that it is settled, and nothing about a sale.
  if (command.kind === 'won' && world.quotedTicket !== null)
    return settleTicket(world.quotedTicket, staff, world)
  const { pending } = staff
  // A thumb often only means "seen": nothing is sent to anybody because of one.
  if (pending?.kind === 'approval' && pending.target === world.quoted.contactId) {
    return { ...answer(staff, say(world, 'owner.ask.approval_word')), staff }
  }
  return aim(command, staff, world)
}

function takeBack(staff: StaffState, world: World): Obeyed {
  const { pending } = staff
  const asked = pending !== null && 'target' in pending ? pending.target : null
  if (asked !== null && asked === world.quoted?.contactId && pending?.kind !== 'approval') {
    return undo(staff, { ...world, quoted: null, undoable: null })
  }
  if (world.reacted === null || world.reacted.undone) return quiet(staff)
  return undo(staff, { ...world, undoable: world.reacted })
}
