import { answer, change } from './answer.js'
import type { PartingCommand as Parting } from './command-types.js'
import { wordsOf } from './command-words.js'
import type { Command } from './commands.js'
import { hasBought } from './customers.js'
import { type Answered, done, leadOf, type Of, type Said } from './said.js'
import type { Obeyed, OpenLead, StaffState, World } from './types.js'
import { isFollowed, unfollow } from './unfollow.js'
import { names, say, undoable } from './wording.js'
import { yesNo } from './yes-no.js'

export function isParting(command: Command): command is Parting {
  return command.kind === 'opt_out' || command.kind === 'erase' || command.kind === 'unfollow'
}

/** Words by which somebody is written to no more, or is not there any more. */
export function partWith(
  command: Parting,
  lead: OpenLead,
  staff: StaffState,
  world: World,
): Obeyed {
  if (command.kind === 'opt_out') return optOut(command.words, lead, staff, world)
  return command.kind === 'erase' ? askErase(lead, staff, world) : unfollow(lead, staff, world)
}

/** Whether the word would change something about them. */
export function mayPart(kind: Parting['kind'], lead: OpenLead): boolean {
  if (kind === 'opt_out') return !lead.refused
  return kind === 'erase' || isFollowed(lead)
}

/** `baja ana`: she told a person that she wants no messages; what that person wrote is kept with it. */
function optOut(words: string, lead: OpenLead, staff: StaffState, world: World): Obeyed {
  const { name } = names(lead, world)
  if (lead.refused) return answer(staff, say(world, 'owner.already.opted_out', { name }))
  const what = say(world, 'owner.done.opted_out_for', { name })
  return change(staff, lead, { kind: 'opt_out', words }, undoable(world, what))
}

/** `borrar ana`: says what goes, and that nothing brings it back, before it does anything. */
function askErase(lead: OpenLead, staff: StaffState, world: World): Obeyed {
  const { name } = names(lead, world)
  const phone = lead.phone ?? say(world, 'owner.card.hidden_short')
  const more = [
    hasBought(lead) ? say(world, 'owner.erase.bought') : '',
    lead.tickets.length > 0 ? say(world, 'owner.erase.tickets', { n: lead.tickets.length }) : '',
  ]
  const text = [
    say(world, 'owner.erase.ask', { name, phone }),
    ...more,
    say(world, 'owner.erase.sure'),
  ]
  const question = text.filter((line) => line !== '').join('\n')
  return answer(staff, question, { kind: 'erase', target: lead.id })
}

/** Only a plain yes erases anybody; "ok" may mean that it was read. */
export function eraseAnswer(
  pending: Of<'erase'>,
  { text }: Said,
  staff: StaffState,
  world: World,
): Answered | null {
  const lead = leadOf(pending.target, world)
  const said = yesNo(text, world.messages)
  if (lead === null || said === null || wordsOf(text).length === 0) return null
  const { name } = names(lead, world)
  if (said === 'seen') {
    return done(answer(staff, say(world, 'owner.erase.sure'), pending))
  }
  if (said === 'no') return done(answer(staff, say(world, 'owner.erase.kept', { name })))
  const settled = { ...staff, lastAbout: null }
  return done(change(settled, lead, { kind: 'erase' }, say(world, 'owner.erase.done')))
}
