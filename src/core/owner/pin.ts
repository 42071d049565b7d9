import type { OwnerAction } from '../conversation/events.js'
import { isoOf } from '../schedule/local-time.js'
import { MINUTE } from '../schedule/units.js'
import type { Iso } from '../types.js'
import { answer } from './answer.js'
import { handsOver } from './export.js'
import type { HouseAction, Obeyed, OwnerEvent, StaffPending, StaffState, World } from './types.js'
import { reply, say } from './wording.js'

/** What counts money that came in, is owed or was spent, and what nothing brings back; beside it, what hands everybody over. */
const GUARDED: readonly (OwnerAction | HouseAction)['kind'][] = [
  'won',
  'sale',
  'deliver_reward',
  'spend',
  'erase',
]
const PIN = /^\s*\d{4,8}\s*$/
const MOST_WRONG = 3
const LOCKED_MINUTES = 15

type Held = Extract<StaffPending, { kind: 'pin' }>
type Listen = (staff: StaffState) => Obeyed

/**
 * Lets a word that moves money or takes everybody's data out wait until its sender has written their PIN, which then holds for some minutes.
 * Whatever else they write drops what waited. Where no PIN is set, nothing is ever asked.
 */
export function behindPin(
  staff: StaffState,
  event: OwnerEvent,
  world: World,
  listen: Listen,
): Obeyed {
  const { pending } = staff
  if (pending?.kind === 'pin' && isPin(event)) return tryPin(pending, event, staff, world)
  const heard = listen(pending?.kind === 'pin' ? { ...staff, pending: null } : staff)
  if (world.pin === null || !isGuarded(heard) || isOpen(staff, world)) return heard
  if (isLocked(staff, world)) {
    return answer({ ...heard.staff, pending: null }, say(world, 'owner.pin.locked'))
  }
  const said = event.kind === 'text' ? event.text : event.emoji
  const held: Held = { kind: 'pin', said, held: heard, at: world.now }
  const asked = handsOver(heard.replies) ? 'owner.pin.ask_export' : 'owner.pin.ask'
  return answer(heard.staff, say(world, asked), held)
}

/** The word that a PIN sets free: the log keeps that one, and never the PIN. */
export function saidBefore({ pending }: StaffState, event: OwnerEvent): string | null {
  return pending?.kind === 'pin' && isPin(event) ? pending.said : null
}

function tryPin(held: Held, event: Written, staff: StaffState, world: World): Obeyed {
  const { pin, now } = world
  const late = later(held.at, pin?.minutes ?? 0) < now
  if (late) return answer(staff, say(world, 'owner.pin.late'))
  if (isLocked(staff, world)) return answer(staff, say(world, 'owner.pin.locked'))
  if (pin !== null && event.text.trim() !== pin.code) return wrong(held, staff, world)
  const open = { kind: 'open', until: later(now, pin?.minutes ?? 0) } as const
  return { ...held.held, staff: { ...held.held.staff, pin: open } }
}

function wrong(held: Held, staff: StaffState, world: World): Obeyed {
  const count = 1 + (staff.pin.kind === 'shut' ? staff.pin.wrong : 0)
  if (count < MOST_WRONG) {
    const shut = { kind: 'shut', wrong: count } as const
    return answer({ ...staff, pin: shut }, say(world, 'owner.pin.wrong'), held)
  }
  const { me, now } = world
  const locked = { kind: 'locked', until: later(now, LOCKED_MINUTES) } as const
  const text = say(world, 'owner.pin.told', { name: me.name })
  return {
    ...answer({ ...staff, pending: null, pin: locked }, ''),
    replies: [reply(say(world, 'owner.pin.blocked', { n: LOCKED_MINUTES }))],
    news: [{ about: me.id, text, to: 'first_owner' }],
  }
}

type Written = Extract<OwnerEvent, { kind: 'text' }>

function isPin(event: OwnerEvent): event is Written {
  return event.kind === 'text' && PIN.test(event.text)
}

function isGuarded({ actions, house, replies }: Obeyed): boolean {
  if (handsOver(replies)) return true
  return [...actions, ...house].some(({ action }) => GUARDED.includes(action.kind))
}

function isOpen({ pin }: StaffState, { now }: World): boolean {
  return pin.kind === 'open' && pin.until > now
}

function isLocked({ pin }: StaffState, { now }: World): boolean {
  return pin.kind === 'locked' && pin.until > now
}

function later(at: Iso, minutes: number): Iso {
  return isoOf(Date.parse(at) + minutes * MINUTE)
}
