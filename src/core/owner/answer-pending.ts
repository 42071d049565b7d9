import { act, answer } from './act.js'
import { wordsOf } from './command-words.js'
import type { Command, Parsed } from './commands.js'
import { createLossReader } from './loss-reason.js'
import { type Amount, amountDoubt, readSale } from './sale-amount.js'
import { isAimed } from './target.js'
import type { Obeyed, OpenLead, StaffPending, StaffState, World } from './types.js'
import { chosen, placeIn, whichText } from './which.js'
import { say } from './wording.js'

export type Answered =
  | { readonly kind: 'done'; readonly obeyed: Obeyed }
  | { readonly kind: 'run'; readonly command: Command }

type Said = { readonly text: string; readonly parsed: Parsed }
type Of<K extends StaffPending['kind']> = Extract<StaffPending, { kind: K }>

/**
 * Takes a message as the answer to what was asked; null when it is none, and then it is read as a
 * word of its own.
 */
export function answerPending(
  staff: StaffState,
  text: string,
  parsed: Parsed,
  world: World,
): Answered | null {
  const { pending } = staff
  if (pending === null) return null
  const said: Said = { text, parsed }
  switch (pending.kind) {
    case 'amount':
      return amountAnswer(pending, said, staff, world)
    case 'amount_doubt':
      return doubtAnswer(pending, said, staff, world)
    case 'reason':
      return reasonAnswer(pending, said, staff, world)
    case 'which':
      return whichAnswer(pending, said, staff, world)
    case 'word':
      return wordAnswer(pending, said, world)
  }
}

function amountAnswer(
  pending: Of<'amount'>,
  said: Said,
  staff: StaffState,
  world: World,
): Answered | null {
  const lead = leadOf(pending.target, world)
  const amount = amountIn(said, world)
  if (lead === null || isOther(said, amount)) return null
  if (amount !== null && amount.value > 0) return sale(amount, lead, staff, world)
  return done(answer(staff, say(world, 'owner.ask.amount_again'), pending))
}

function doubtAnswer(
  pending: Of<'amount_doubt'>,
  said: Said,
  staff: StaffState,
  world: World,
): Answered | null {
  const lead = leadOf(pending.target, world)
  const amount = amountIn(said, world)
  if (lead === null || isOther(said, amount)) return null
  const meant = pending.amounts.find((value) => value === amount?.value)
  const place = placeIn(said.text, world)
  const value = meant ?? (place === null ? undefined : pending.amounts[place - 1])
  if (value !== undefined) return sale({ value, bare: false }, lead, staff, world)
  if (amount !== null && amountDoubt(amount, world.business.currency) === null) {
    return sale(amount, lead, staff, world)
  }
  return done(answer(staff, say(world, 'owner.ask.amount_again'), pending))
}

function reasonAnswer(
  pending: Of<'reason'>,
  said: Said,
  staff: StaffState,
  world: World,
): Answered | null {
  const lead = leadOf(pending.target, world)
  const { parsed, text } = said
  if (lead === null || isWhole(parsed)) return null
  const repeated = parsed.kind === 'command' && parsed.command.kind === 'lost'
  const reason =
    repeated && parsed.command.reason
      ? parsed.command.reason
      : createLossReader(world.messages)(text).reason
  return done(act({ kind: 'lost', name: null, reason }, lead, staff, world))
}

function whichAnswer(
  pending: Of<'which'>,
  said: Said,
  staff: StaffState,
  world: World,
): Answered | null {
  if (said.parsed.kind === 'command' && said.parsed.exact) return null
  const { command, candidates } = pending
  if (!isAimed(command)) return null
  const lead = chosen(said.text, candidates, world)
  if (lead !== null) return done(act(command, lead, staff, world))
  const isList = command.kind === 'lead'
  if (said.parsed.kind !== 'unknown' || (isList && placeIn(said.text, world) === null)) return null
  const among = candidates.flatMap((id) => leadOf(id, world) ?? [])
  return done(answer(staff, whichText(command, among, world), pending))
}

function wordAnswer(pending: Of<'word'>, said: Said, world: World): Answered | null {
  const { between, words } = pending
  const written = wordsOf(said.text)
    .map(({ text }) => text)
    .join(' ')
  const at = words.indexOf(written)
  const place = at >= 0 ? at + 1 : placeIn(said.text, world)
  const command = place === null ? undefined : between[place - 1]
  return command === undefined ? null : { kind: 'run', command }
}

function sale(amount: Amount, lead: OpenLead, staff: StaffState, world: World): Answered {
  return done(act({ kind: 'won', name: null, amount }, lead, staff, world))
}

function done(obeyed: Obeyed): Answered {
  return { kind: 'done', obeyed }
}

/** The sum in a message, also one that says again that it was sold. */
function amountIn({ text, parsed }: Said, world: World): Amount | null {
  if (parsed.kind === 'command' && parsed.command.kind === 'won') return parsed.command.amount
  return readSale(text, world.readAmount).amount
}

/** A word that has nothing to do with the sum that was asked. */
function isOther({ parsed }: Said, amount: Amount | null): boolean {
  if (parsed.kind !== 'command' || !parsed.exact) return false
  if (parsed.command.kind !== 'won') return true
  return amount === null || parsed.command.name !== null
}

function isWhole(parsed: Parsed): boolean {
  return parsed.kind === 'command' && parsed.exact && parsed.whole
}

function leadOf(id: OpenLead['id'], world: World): OpenLead | null {
  return world.leads.find((lead) => lead.id === id) ?? null
}
