import { act } from './act.js'
import { answer } from './answer.js'
import { type Answered, done, leadOf, type Said } from './said.js'
import { readSale } from './sale-amount.js'
import type { OpenLead, StaffState, World } from './types.js'
import { names, say } from './wording.js'
import { yesNo } from './yes-no.js'

/**
 * The answer to "¿Es el pago?": `sí 1.200.000` or the sum alone records the sale, `sí` asks of how much,
 * `no` leaves it. Null for anything else, and when the sale is recorded already.
 */
export function receiptAnswer(
  { text, parsed }: Said,
  staff: StaffState,
  world: World,
): Answered | null {
  const lead = world.receipt === null ? null : leadOf(world.receipt, world)
  if (lead === null || lead.outcome !== null) return null
  if (parsed.kind === 'command' && parsed.exact) return null
  const { amount, rest } = readSale(text, world.readAmount)
  const said = yesNo(rest, world.messages)
  if (said === 'no' && amount === null) return done(leave(lead, staff, world))
  const isSum = amount !== null && rest.trim() === ''
  if (said !== 'yes' && !isSum) return null
  return done(act({ kind: 'won', name: null, amount, written: '', at: null }, lead, staff, world))
}

function leave(lead: OpenLead, staff: StaffState, world: World) {
  return answer(
    { ...staff, lastAbout: lead.id },
    say(world, 'owner.receipt_left', names(lead, world)),
  )
}
