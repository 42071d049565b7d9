import type { Aimed } from './target.js'
import type { World } from './types.js'
import { say } from './wording.js'

const NOBODY: { readonly [K in Aimed['kind']]: string } = {
  lead: 'owner.nobody.lead',
  customer: 'owner.customers.none',
  take: 'owner.nobody.take',
  release: 'owner.nobody.release',
  won: 'owner.nobody.won',
  sale: 'owner.nobody.won',
  lost: 'owner.nobody.lost',
  pause: 'owner.nobody.pause',
  resume: 'owner.nobody.resume',
  postpone: 'owner.nobody.lead',
  unfollow: 'owner.nobody.unfollow',
  opt_out: 'owner.nobody.lead',
  erase: 'owner.nobody.lead',
  note: 'owner.nobody.lead',
  respond: 'owner.nobody.lead',
  draft: 'owner.nobody.lead',
  quote: 'owner.nobody.won',
  vip: 'owner.nobody.lead',
  unvip: 'owner.nobody.unvip',
  deliver: 'owner.nobody.deliver',
  call: 'owner.nobody.call',
  called: 'owner.nobody.called',
  not_called: 'owner.nobody.called',
  meeting: 'owner.nobody.lead',
  entrust: 'owner.nobody.call',
  cancel_meeting: 'owner.nobody.meeting',
  drop_call: 'owner.nobody.no_call',
  ignore: 'owner.nobody.lead',
  attend: 'owner.nobody.attend',
}

/** What is answered where nobody is left whom the word could be about. */
export function nobodyText({ kind }: Aimed, world: World): string {
  return say(world, NOBODY[kind])
}

/** Whoever never asked for anything has no name here, but a number. */
export function nobodyCalled({ kind }: Aimed, name: string, world: World): string {
  if (kind === 'ignore' || kind === 'attend') return say(world, 'owner.nobody.numbered', { name })
  if (kind === 'won' || kind === 'sale') return say(world, 'owner.nobody.sale', { name })
  const isReminder = kind === 'postpone' || kind === 'call'
  return say(world, isReminder ? 'owner.nobody.reminder' : 'owner.nobody.named', { name })
}
