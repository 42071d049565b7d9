import { money } from '../../core/business/money-text.js'
import { message } from '../../core/messages.js'
import type { Insight } from '../deps.js'
import type { FactView } from './facts-view.js'
import { shortWhen, type Wall } from './when.js'

/** What was quoted in this inquiry, as a line of the bill; it earns no points. */
export function quoteFact({ state }: Insight, wall: Wall): readonly FactView[] {
  const { messages, business } = wall
  const quote = state.inquiry?.quote ?? null
  if (quote === null) return []
  return [
    {
      slots: [],
      label: message(messages, 'web.deal.quote'),
      value: money(quote.amount, business.currency, business.country),
      href: null,
      status: 'known',
      points: null,
      proofs: [],
      why: quoteWhy(state, quote.sentAt, wall),
    },
  ]
}

function quoteWhy(
  { dialogue, inquiry }: Insight['state'],
  sentAt: string | null,
  wall: Wall,
): string {
  const { messages } = wall
  if (sentAt === null) return message(messages, 'web.deal.not_sent')
  const when = shortWhen(sentAt, wall)
  const answered = (dialogue.heardAt ?? '') > sentAt || inquiry?.outcome != null
  return answered
    ? message(messages, 'web.deal.sent', { when })
    : message(messages, 'web.deal.unanswered', { when })
}

/** The sale of this inquiry: how much, and when. */
export function saleText({ state, sales }: Insight, wall: Wall): string {
  const { messages, business } = wall
  const sale = sales.findLast(
    ({ inquiryId, voidedAt }) => inquiryId === state.inquiry?.id && voidedAt === null,
  )
  if (sale === undefined) return message(messages, 'web.deal.won')
  const amount = money(sale.amount, sale.currency, business.country)
  return message(messages, 'web.deal.sale', { amount, when: shortWhen(sale.at, wall) })
}
