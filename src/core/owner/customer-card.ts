import { dateText } from '../business/date-text.js'
import { itemsText } from '../business/quote.js'
import type { Business } from '../business/types.js'
import type { Item, Satisfaction } from '../conversation/types.js'
import type { Messages } from '../messages.js'
import type { AskingAllowed } from '../referral/may-ask.js'
import { localTime } from '../schedule/local-time.js'
import type { Iso, Referral } from '../types.js'
import { cameBy } from './came-by.js'
import { cardText } from './card-text.js'
import { discountText } from './discount-text.js'
import { displayName } from './find-lead.js'
import { noteLines } from './note-lines.js'
import { pastDayText } from './past-day-text.js'
import { plain, quoted } from './quoted.js'
import { type Brought, broughtStatus } from './referrals-text.js'
import { satisfactionText } from './satisfaction-text.js'
import { stageText } from './stage-text.js'
import type { OpenLead } from './types.js'
import { followedLine } from './unfollow.js'
import { amountOf } from './wording.js'

type CustomerCardProps = {
  readonly lead: OpenLead
  readonly satisfaction: Satisfaction | null
  /** Those that count, the oldest first. */
  readonly sales: readonly CardSale[]
  /** Whether they may be asked for somebody they know; null where nobody ever is. */
  readonly asking: AskingAllowed | null
  readonly touch: { readonly by: string; readonly note: string; readonly at: Iso } | null
  /** What was noted about them, the oldest first. */
  readonly notes: readonly string[]
  /** What they told at a call last, whenever that was. */
  readonly told: string | null
  readonly brought: readonly Pick<Brought, 'friend' | 'status'>[]
  readonly broughtBy: string | null
  /** How they came, where nobody brought them. */
  readonly source: Referral | null
  readonly now: Iso
  readonly business: Business
  readonly messages: Messages
}

type CardSale = {
  readonly amount: number
  readonly at: Iso
  readonly discount: number | null
  /** As it was sold, else what they had asked for. */
  readonly product: string | null
  readonly items: readonly Item[]
}

/** More sales than these are only summed up. */
const MOST_SALES = 10

/** One customer on one screen: what they bought, how it went, what is open and whom they brought. */
export function customerCard(props: CustomerCardProps): string {
  return [
    titleOf(props),
    phoneOf(props),
    ...salesOf(props),
    ...satisfactionText(props.satisfaction, props).map((text) =>
      cardText(props, 'owner.customers.satisfaction', { text }),
    ),
    ...props.lead.tickets.map(({ number, said }) =>
      cardText(props, 'owner.customers.ticket', { n: number, said: quoted(said) }),
    ),
    ...followedLine(props.lead.nurture, props, displayName(props.lead, props.messages)),
    ...noteLines(props.notes, props),
    ...touchOf(props),
    ...referralsOf(props),
    ...askingOf(props),
  ].join('\n')
}

function titleOf(props: CustomerCardProps): string {
  const { lead, messages } = props
  const stage = stageText(lead.stage ?? 'customer', messages)
  const name = plain(displayName(lead, messages))
  const { organization } = lead
  return organization === null || organization === name
    ? cardText(props, 'owner.customers.card', { name, stage })
    : cardText(props, 'owner.customers.card_of', { name, stage, organization: plain(organization) })
}

function phoneOf(props: CustomerCardProps): string {
  const { phone } = props.lead
  return phone === null
    ? cardText(props, 'owner.card.hidden_short')
    : cardText(props, 'owner.card.phone', { phone, digits: phone.replace(/\D/g, '') })
}

/** How much in all, then each, the newest first. */
function salesOf(props: CustomerCardProps): readonly string[] {
  const { sales } = props
  const total = sales.reduce((sum, { amount }) => sum + amount, 0)
  const params = { n: sales.length, amount: amountOf(props, total) }
  const left = sales.length - MOST_SALES
  return [
    cardText(props, 'owner.customers.bought', params),
    ...[...sales]
      .reverse()
      .slice(0, MOST_SALES)
      .map((sale) => saleText(sale, props)),
    ...(left > 0 ? [cardText(props, 'owner.leads.more', { n: left })] : []),
  ]
}

function saleText(
  { amount, at, items, product, discount }: CardSale,
  props: CustomerCardProps,
): string {
  const { now, business, messages } = props
  const day = pastDayText(at, now, business, messages)
  const sale = cardText(props, 'owner.customers.sale', { day, amount: amountOf(props, amount) })
  const what = product === null ? itemsText(business, items, messages) : plain(product)
  const less = discount === null ? '' : discountText(discount, props)
  return [sale, what, less].filter((text) => text !== '').join(' · ')
}

function touchOf(props: CustomerCardProps): readonly string[] {
  const { touch, told, now, business, messages } = props
  if (touch === null) return [cardText(props, 'owner.customers.no_call')]
  const day = pastDayText(touch.at, now, business, messages)
  const called = cardText(props, 'owner.customers.last_call', { by: touch.by, day })
  return told === null
    ? [called]
    : [called, cardText(props, 'owner.calls.told', { text: quoted(told) })]
}

const ASKING: { readonly [W in Extract<AskingAllowed, { kind: 'no' }>['why']]: string } = {
  opted_out: 'owner.customers.not_asked.opted_out',
  no_sale: 'owner.customers.not_asked.no_sale',
  ticket: 'owner.customers.not_asked.ticket',
  unhappy: 'owner.customers.not_asked.unhappy',
  asked: 'owner.customers.not_asked.asked',
}

/** Why they are not asked to bring somebody; nothing where they may be. */
function askingOf(props: CustomerCardProps): readonly string[] {
  const { asking, now, business, messages } = props
  if (asking === null || asking.kind === 'yes') return []
  const { day } = localTime(asking.until ?? now, business.timeZone)
  return [cardText(props, ASKING[asking.why], { day: dateText(day, messages) })]
}

function referralsOf(props: CustomerCardProps): readonly string[] {
  const { brought, broughtBy } = props
  const came = broughtBy === null ? cameBy(props.source, props) : null
  const nobody = cardText(props, 'owner.nameless')
  return [
    ...(broughtBy === null
      ? []
      : [cardText(props, 'owner.customers.came_by', { name: plain(broughtBy) })]),
    ...(came === null ? [] : [cardText(props, 'owner.card.came', { value: came })]),
    ...brought.map(({ friend, status }) =>
      cardText(props, 'owner.customers.brought', {
        friend: plain(friend ?? nobody),
        status: broughtStatus(status, props),
      }),
    ),
  ]
}
