import { isPhone, matchKey } from '../identity.js'
import { answer, change, changeHouse } from './answer.js'
import { firstOf, where } from './lazily.js'
import type { Obeyed, OpenLead, StaffState, World } from './types.js'
import { names, say, undoable } from './wording.js'

type Kind = 'ignore' | 'attend'

/** Fewer digits are a place in a list or the end of a phone, not a whole one. */
const LEAST_DIGITS = 7
/** No country's own numbers have so many. */
const LEAST_WHOLE = 11

/** `ignorar ana`, `atender ana`: whether the bot leaves one person alone. */
export function leaveAlone(kind: Kind, lead: OpenLead, staff: StaffState, world: World): Obeyed {
  const called = names(lead, world)
  const ignores = kind === 'ignore'
  if (lead.leftAlone === ignores) {
    const key = ignores ? 'owner.already.ignored' : 'owner.already.attended'
    return answer(staff, say(world, key, called))
  }
  const key = ignores ? 'owner.done.ignored' : 'owner.done.attended'
  return change(staff, lead, { kind }, undoable(world, say(world, key, called)))
}

/** `ignorar +57 300 111 2233`: the same of somebody who need not have written yet; null without a number. */
export function leaveNumberAlone(
  kind: Kind,
  name: string | null,
  staff: StaffState,
  world: World,
): Obeyed | null {
  const phone = name === null || world.quoted !== null ? null : phoneIn(name, world)
  if (phone === null) return null
  const found = where(
    world.people.likely({ kind: 'phone', phone }),
    (one) => one.phone !== null && isSame(one.phone, phone),
  )
  const [lead] = firstOf(found, 1)
  if (lead !== undefined) return leaveAlone(kind, lead, { ...staff, lastAbout: lead.id }, world)
  const ignores = kind === 'ignore'
  const called = { name: phone, short: phone }
  const text = ignores
    ? say(world, 'owner.done.ignored', called)
    : say(world, 'owner.done.attended', called)
  const action = { kind: ignores ? 'ignore_number' : 'attend_number', phone } as const
  return changeHouse(staff, action, undoable(world, text))
}

/** A whole number as it is written at home or abroad. */
function phoneIn(written: string, { business }: World): string | null {
  if (!/^[\d\s()+.-]+$/.test(written)) return null
  const digits = written.replace(/\D/g, '')
  if (digits.length < LEAST_DIGITS) return null
  const own = business.staff[0]?.phone.replace(/\D/g, '') ?? ''
  // Without its country it is as long as the owner's own would be.
  const isWhole = written.trim().startsWith('+') || digits.length >= LEAST_WHOLE
  const abroad = isWhole ? '' : own.slice(0, Math.max(0, own.length - digits.length))
  const phone = `+${abroad}${digits}`
  return isPhone(phone) ? phone : null
}

function isSame(a: string, b: string): boolean {
  return matchKey(a) === matchKey(b)
}
