import { startCare } from '../aftersale/care-plan.js'
import { itemsText } from '../business/quote.js'
import { orderOf } from '../funnel/order.js'
import { close } from './act.js'
import { moveTo } from './advance.js'
import { type Draft, label, patchContact, patchInquiry } from './draft.js'
import type { Event, OwnerAction } from './events.js'
import type { Item } from './types.js'

type Sale = Extract<OwnerAction, { kind: 'won' | 'sale' }>

/** Somebody bought: what they wanted is closed, and what follows a sale begins. */
export function sell(
  draft: Draft,
  action: Sale,
  by: Extract<Event, { kind: 'owner' }>['by'],
): void {
  const { context, inquiry } = draft
  if (inquiry === null) return
  const { amount, saleId } = action
  const items = itemsOf(draft, action)
  const named = itemsText(context.business, items, draft.plain.messages)
  const more =
    action.kind === 'won'
      ? { discount: null, product: named, at: null }
      : {
          discount: action.discount,
          product: action.product === '' ? named : action.product,
          at: action.at,
        }
  draft.effects.push({ kind: 'sale', id: saleId, amount, ...more, inquiry: inquiry.id })
  // One more sale to them is not the day on which this was decided.
  const won = inquiry.outcome?.kind === 'won' ? inquiry.outcome : null
  const reason = label(draft, 'chat.reason.sale')
  close(draft, won ?? { kind: 'won', reason, at: context.now })
  // Whatever was promised before it is kept; what is promised from here on is about the order.
  patchInquiry(draft, { promise: null, promisedBy: null })
  const purchases = draft.contact.purchases + 1
  patchContact(draft, { purchases, lastOrder: { items, at: context.now } })
  moveTo(draft, purchases > 1 ? 'repeat_customer' : 'customer', 'chat.reason.sale', null, by)
  startCare(draft)
}

/** What was said to be sold, else what they asked for; what they asked for last time is not this sale's. */
function itemsOf(draft: Draft, action: Sale): readonly Item[] {
  if (action.kind === 'sale' && (action.items.length > 0 || action.product !== '')) {
    return action.items
  }
  return draft.inquiry?.outcome?.kind === 'won' ? [] : orderOf(draft, draft.context.business)
}
