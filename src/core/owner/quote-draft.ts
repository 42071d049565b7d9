import { weekdayDateText } from '../business/date-text.js'
import { itemsText } from '../business/quote.js'
import type { Business } from '../business/types.js'
import { localTime } from '../schedule/local-time.js'
import { plain } from './quoted.js'
import type { OpenLead, World } from './types.js'
import { amountOf, say } from './wording.js'

type Drafted = {
  readonly lead: OpenLead
  readonly amount: number
  readonly discount: number | null
}

/** The message of a quote: what they asked for, its price, and until when it holds. */
export function quoteDraft({ lead, amount, discount }: Drafted, world: World): string {
  const { business, messages, now } = world
  const today = localTime(now, business.timeZone).day
  const price = { amount: amountOf(world, amount) }
  const lines = [
    lead.called === null
      ? say(world, 'owner.quote.opening_nameless')
      : say(world, 'owner.quote.opening', { name: plain(lead.called) }),
    ...orderLine(lead, world),
    discount === null
      ? say(world, 'owner.quote.price', price)
      : discount === 0
        ? say(world, 'owner.quote.price_less', price)
        : say(world, 'owner.quote.price_percent', { ...price, percent: discount }),
    say(world, 'owner.quote.valid', {
      day: weekdayDateText(today + business.quoteDays, messages),
    }),
  ]
  return lines.join('\n')
}

/** What they asked for, with what its price includes; their own words where no product is named. */
function orderLine(lead: OpenLead, world: World): readonly string[] {
  const { business, messages } = world
  if (lead.items.length === 0) return lead.summary === '' ? [] : [capital(plain(lead.summary))]
  const text = capital(itemsText(business, lead.items, messages))
  const includes = includedIn(lead, business)
  return [includes === null ? text : say(world, 'owner.quote.includes', { text, includes })]
}

/** Said only when every product of the order includes the same. */
function includedIn({ items }: OpenLead, business: Business): string | null {
  const texts = items.map(({ product }) => {
    const found = business.products.find(({ id }) => id === product)
    return found?.includes?.[business.treatment] ?? null
  })
  const [first] = texts
  return first != null && texts.every((text) => text === first) ? first : null
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
