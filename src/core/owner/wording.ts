import { amountText, money } from '../business/money-text.js'
import { message, type Params } from '../messages.js'
import { displayName, shortName } from './find-lead.js'
import { firstOf, where } from './lazily.js'
import { plain } from './quoted.js'
import type { OpenLead, OwnerReply, World } from './types.js'

/** A sentence to the sender, in the treatment of the business. */
export function say(world: World, key: string, params: Params = {}, turn = 0): string {
  const { messages, business } = world
  return message(messages, key, params, { treatment: business.treatment, turn })
}

export function reply(text: string): OwnerReply {
  return { kind: 'text', text }
}

/** The sentence with how to take it back. */
export function undoable(world: World, what: string): string {
  return say(world, 'owner.undoable', { what })
}

/** `name` as the lead is called, told from namesakes; `short` as it can be written after a command. */
export function names(lead: OpenLead, world: World): { name: string; short: string } {
  const { messages, people } = world
  const name = displayName(lead, messages)
  const short = shortName(lead, messages)
  const namesakes = where(
    people.likely({ kind: 'called', name }),
    (other) => other.id !== lead.id && displayName(other, messages) === name,
  )
  const isShared = firstOf(namesakes, 1).length > 0
  const told = lead.organization ?? (lead.summary === '' ? lead.phone : lead.summary)
  if (!isShared || told === null || told === name) return { name, short }
  return { name: say(world, 'owner.namesake', { name, detail: plain(told) }), short }
}

export function amountOf(world: Pick<World, 'business'>, amount: number): string {
  return money(amount, world.business.currency, world.business.country)
}

/** The figure without its sign: "1.500.000". */
export function figureOf(world: World, amount: number): string {
  return amountText(amount, world.business.country)
}
