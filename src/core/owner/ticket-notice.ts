import { saysWhy } from '../aftersale/says-why.js'
import { turnsWeekly } from '../aftersale/ticket-due.js'
import { promisedText } from '../business/promise.js'
import type { Notice, TicketAlert } from '../conversation/effects.js'
import { cardText } from './card-text.js'
import { dueText } from './due-text.js'
import type { LeadCardProps } from './lead-card.js'
import { quoted } from './quoted.js'
import { whom } from './whom.js'

type Of<K extends Notice['kind']> = Extract<Notice, { kind: K }>

/** A new ticket, or one that the customer says is not settled: what was said, promised, and how to close it. */
export function ticketText(ticket: TicketAlert, props: LeadCardProps): string {
  const { number: n, dueAt, said, reopened } = ticket
  const params = {
    ...whom(props),
    n,
    said: quoted(said),
    promise: promisedText(dueAt, props.now, props.business, props.messages),
  }
  const foot = cardText(props, 'owner.ticket.foot', { n })
  if (reopened > 0) {
    const times = cardText(props, 'owner.ticket.times', { n: reopened })
    return `${cardText(props, 'owner.ticket.reopened', { ...params, times })} ${foot}`
  }
  return `${newText(ticket, params, props)} ${foot}`
}

type Params = { readonly [name: string]: string | number }

function newText(
  { about, score, said }: TicketAlert,
  params: Params,
  props: LeadCardProps,
): string {
  switch (about) {
    case 'complaint':
      return cardText(props, 'owner.ticket.complaint', params)
    case 'request':
      return cardText(props, 'owner.ticket.request', params)
    case 'score': {
      const given = { ...params, score: score ?? '' }
      const why = saysWhy(said, props.messages)
      return why
        ? cardText(props, 'owner.ticket.score', given)
        : cardText(props, 'owner.ticket.score_bare', given)
    }
  }
}

export function ticketAddedText({ number: n, said }: Of<'ticket_added'>, props: LeadCardProps) {
  return cardText(props, 'owner.ticket.added', { ...whom(props), n, said: quoted(said) })
}

/** The longer it is open, the plainer. */
export function ticketDueText(notice: Of<'ticket_due'>, props: LeadCardProps): string {
  const { number: n, said, dueAt, times } = notice
  const due = dueText(dueAt, props)
  const open = cardText(props, 'owner.ticket.open', { ...whom(props), n, said: quoted(said), due })
  const often = times < OFTEN ? [] : [cardText(props, 'owner.ticket.often', { times })]
  const weekly = turnsWeekly({ dueAt }, props.now) ? [cardText(props, 'owner.ticket.weekly')] : []
  return [open, ...often, ...weekly, cardText(props, 'owner.ticket.foot', { n })].join(' ')
}

/** From this reminder on it is said how many there were. */
const OFTEN = 3

export function ticketClosedText({ number: n, said }: Of<'ticket_closed'>, props: LeadCardProps) {
  return said === null
    ? cardText(props, 'owner.ticket.closed_silent', { ...whom(props), n })
    : cardText(props, 'owner.ticket.closed', { ...whom(props), n, said: quoted(said) })
}
