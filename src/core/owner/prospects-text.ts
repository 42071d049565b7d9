import type { Business } from '../business/types.js'
import type { Messages } from '../messages.js'
import type { ContactId } from '../types.js'
import { cardText } from './card-text.js'
import { plain } from './quoted.js'

/** Somebody who never wrote: from a list, or a contact that a customer gave. */
export type Prospect = {
  readonly id: ContactId
  readonly name: string | null
  readonly organization: string | null
  readonly phone: string
  /** Who gave their contact. */
  readonly referrer: string | null
  /** They are of a kind that the business sells to. */
  readonly isBuyer: boolean
}

type Asking = {
  readonly prospects: readonly Prospect[]
  /** Local day: among equals each day brings others. */
  readonly day: number
  /** Who is going to write to them. */
  readonly by: string
  readonly business: Business
  readonly messages: Messages
}

const MOST_A_DAY = 5

/** `prospectar`: today's five, those who fit best first, each with how to begin. A person writes, never the bot. */
export function prospectsText(asking: Asking): string {
  const { prospects, day } = asking
  const today = todays(prospects, day)
  if (today.length === 0) return cardText(asking, 'owner.prospects.none')
  const left = prospects.length - today.length
  return [
    cardText(asking, 'owner.prospects.title', { n: today.length }),
    ...today.map((prospect, at) => lineText(prospect, at + 1, asking)),
    ...(left > 0 ? [cardText(asking, 'owner.prospects.left', { n: left })] : []),
    cardText(asking, 'owner.prospects.foot'),
  ].join('\n')
}

function todays(prospects: readonly Prospect[], day: number): readonly Prospect[] {
  const ordered = [...prospects].sort((a, b) => a.id.localeCompare(b.id))
  const start = ordered.length === 0 ? 0 : (day * MOST_A_DAY) % ordered.length
  const turned = [...ordered.slice(start), ...ordered.slice(0, start)]
  return turned.sort((a, b) => fitOf(b) - fitOf(a)).slice(0, MOST_A_DAY)
}

/** Whoever comes with somebody's name opens the door; then who is of a kind that buys, then a business. */
function fitOf({ referrer, isBuyer, organization, name }: Prospect): number {
  return (
    Number(referrer !== null) * 8 +
    Number(isBuyer) * 4 +
    Number(organization !== null) * 2 +
    Number(name !== null)
  )
}

function lineText(prospect: Prospect, n: number, asking: Asking): string {
  const { name, organization, phone } = prospect
  const detail = [name === null ? null : organization, `wa.me/${phone.replace(/\D/g, '')}`]
    .filter((text) => text !== null)
    .map(plain)
    .join(' · ')
  const called = plain(name ?? organization ?? phone)
  const line = cardText(asking, 'owner.leads.line', { n, name: called, detail })
  return `${line}\n${cardText(asking, 'owner.prospects.opener', { text: openerOf(prospect, asking) })}`
}

function openerOf({ name, referrer }: Prospect, asking: Asking): string {
  const { business, by } = asking
  const greeting =
    name === null
      ? cardText(asking, 'owner.prospects.hello')
      : cardText(asking, 'owner.prospects.hello_to', { name: plain(name).split(' ')[0] ?? '' })
  const params = { greeting, by, business: business.name, sells: business.sells }
  return referrer === null
    ? cardText(asking, 'owner.prospects.cold', params)
    : cardText(asking, 'owner.prospects.warm', { ...params, referrer: plain(referrer) })
}
