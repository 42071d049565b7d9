import { weekdayNumber } from '../business/date-text.js'
import { itemsText } from '../business/quote.js'
import type { OwnerAction } from '../conversation/events.js'
import type { Item } from '../conversation/types.js'
import type { Iso } from '../types.js'
import { answer, change } from './answer.js'
import { discountText } from './discount-text.js'
import { doubtedOf } from './doubted.js'
import { pastDayText } from './past-day-text.js'
import { plain } from './quoted.js'
import type { Amount } from './sale-amount.js'
import type { Obeyed, OpenLead, StaffState, World } from './types.js'
import { amountOf, figureOf, names, say, undoable } from './wording.js'

/** A sale as it was told. */
type Told = {
  readonly amount: Amount | null
  readonly discount: number | null
  /** What was sold, in the words of whoever sold it. */
  readonly product: string | null
  /** It may be one more to somebody who bought already. */
  readonly again: boolean
  /** When it was, if it was not now. */
  readonly at: Iso | null
}

/** `ganado 840 mil`, `venta ana 800.000 camisetas con descuento`: what it was is written down, or asked. */
export function sell(told: Told, lead: OpenLead, staff: StaffState, world: World): Obeyed {
  const { amount, discount, product, again, at } = told
  const { name } = names(lead, world)
  const isClosed = lead.outcome?.kind === 'won'
  if (isClosed && !again) return answer(staff, say(world, 'owner.already.won', { name }))
  const of = again ? 'sale' : 'won'
  const open = { target: lead.id, of, discount, product, at } as const
  if (amount === null || amount.value <= 0) {
    return answer(staff, say(world, 'owner.ask.amount'), { kind: 'amount', ...open })
  }
  const meant = doubtedOf(amount, lead, world)
  if (meant.kind === 'doubt') {
    const { amounts } = meant
    const [small, large] = [figureOf(world, amounts[0]), figureOf(world, amounts[1])]
    const text = say(world, 'owner.ask.amount_doubt', { small, large })
    return answer(staff, text, { kind: 'amount_doubt', ...open, amounts })
  }
  const sold = { amount: meant.value, discount, at, ...whatOf(product, world) }
  const isPlain = at === null && discount === null && sold.product === '' && !isClosed
  const action: OwnerAction = isPlain
    ? { kind: 'won', amount: sold.amount, saleId: world.recordId }
    : { kind: 'sale', saleId: world.recordId, ...sold }
  return change(staff, lead, action, undoable(world, saleText(sold, name, world)))
}

type Sold = {
  readonly amount: number
  readonly discount: number | null
  /** Empty when nobody said what it was. */
  readonly product: string
  readonly items: readonly Item[]
  readonly at: Iso | null
}

/** By the catalogue where it is in there, else in their own words. */
function whatOf(product: string | null, world: World): Pick<Sold, 'product' | 'items'> {
  if (product === null) return { product: '', items: [] }
  const { items } = world.itemsIn(product)
  const named = itemsText(world.business, items, world.messages)
  return { items, product: items.length > 0 ? named : product }
}

function saleText(sold: Sold, name: string, world: World): string {
  const amount = amountOf(world, sold.amount)
  const detail = [
    sold.product === '' ? [] : [plain(sold.product)],
    sold.discount === null ? [] : [discountText(sold.discount, world)],
    sold.at === null
      ? []
      : [
          say(world, 'owner.done.sold_on', {
            when: pastDayText(sold.at, world.now, world.business, world.messages),
          }),
        ],
  ].flat()
  const what =
    detail.length === 0
      ? say(world, 'owner.done.won', { amount, name })
      : say(world, 'owner.done.sold', { amount, name, detail: detail.join(', ') })
  if (world.checkIn === null) return what
  const day = weekdayNumber(world.checkIn, world.messages)
  // Nothing arrives where people come.
  const { appointments } = world.business
  const key = appointments ? 'owner.done.won_check_in_visit' : 'owner.done.won_check_in'
  return say(world, key, { what, day })
}
