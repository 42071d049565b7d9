import type { Business } from '../business/types.js'
import { type Messages, message, type Params } from '../messages.js'
import { cardText } from './card-text.js'

/** Somebody who was brought, by whom, and what is owed for it. */
export type Brought = {
  readonly referrer: string | null
  readonly friend: string | null
  readonly status: 'given' | 'arrived' | 'lead' | 'customer' | 'void'
  readonly reward: 'pending' | 'earned' | 'delivered' | 'capped'
}

type Asking = {
  /** The newest first. */
  readonly lines: readonly Brought[]
  readonly business: Business
  readonly messages: Messages
}

const MOST_LISTED = 10

const STATUS: { readonly [S in Brought['status']]: string } = {
  given: 'owner.referrals.given',
  arrived: 'owner.referrals.arrived',
  lead: 'owner.referrals.lead',
  customer: 'owner.referrals.customer',
  void: 'owner.referrals.void',
}

/** How far somebody who was brought has come: "ya compró". */
export function broughtStatus(
  status: Brought['status'],
  words: Pick<Asking, 'business' | 'messages'>,
): string {
  return cardText(words, STATUS[status])
}

/** `referidos`: what is owed comes first, then who brought whom, and how it all adds up. */
export function referralsText({ lines, business, messages }: Asking): string {
  const say = (key: string, params: Params = {}): string =>
    message(messages, key, params, { treatment: business.treatment, turn: 0 })
  if (lines.length === 0) return say('owner.referrals.nobody')
  const nobody = say('owner.nameless')
  const lineOf = ({ referrer, friend, status, reward }: Brought): string => {
    const who = { referrer: referrer ?? nobody, friend: friend ?? nobody }
    const text = say('owner.referrals.line', { ...who, status: say(STATUS[status]) })
    if (reward === 'earned') return say('owner.referrals.owed', { text })
    return reward === 'delivered' ? say('owner.referrals.given_out', { text }) : text
  }
  const owed = lines.filter(({ reward }) => reward === 'earned')
  const listed = [...owed, ...lines.filter(({ reward }) => reward !== 'earned')]
  const left = listed.length - MOST_LISTED
  const bought = lines.filter(({ status }) => status === 'customer').length
  return [
    say('owner.referrals.title', {
      n: lines.length,
      bought:
        bought === 0
          ? say('owner.referrals.none_bought')
          : say('owner.referrals.bought', { n: bought }),
    }),
    ...listed.slice(0, MOST_LISTED).map(lineOf),
    ...(left > 0 ? [say('owner.leads.more', { n: left })] : []),
    ...(owed.length > 0 ? [say('owner.referrals.foot')] : []),
  ].join('\n')
}
