import { lastOf } from '../aftersale/product-time.js'
import { workingDaysUntil } from '../business/hours.js'
import { quote } from '../business/quote.js'
import type { Case, Context } from '../conversation/types.js'
import type { Facts } from '../flow/condition.js'
import type { Measure, Sign } from '../flow/types.js'
import { isAgreedDay } from '../nurture/nurture.js'
import { localTime } from '../schedule/local-time.js'
import type { Budget, Slot, Slots, SlotValue } from '../types.js'
import { deadlineDay } from './deadline.js'
import { orderOf } from './order.js'

/**
 * What conditions of a flow may look at in a case: slots, figures and circumstances. Of a case that is
 * changed in place they are always those of now.
 */
export function factsOfCase(
  state: Case,
  context: Context,
  questionsLeft: () => number = () => 0,
): Facts {
  return {
    slot: (name) => slotOfCase(state, name),
    measure: (measure) => MEASURE[measure](state, context, questionsLeft),
    sign: (sign) => SIGN[sign](state, context),
  }
}

/** Slots of the person and of the newest inquiry together. */
export function slotsOfCase({ contact, inquiry }: Case): Slots {
  return inquiry === null ? contact.slots : { ...contact.slots, ...inquiry.slots }
}

/** One of them. */
export function slotOfCase({ contact, inquiry }: Case, name: string): Slot | undefined {
  return inquiry?.slots[name] ?? contact.slots[name]
}

/** What the person's order costs by the facts, or null while that cannot be told. */
export function totalOf(state: Case, context: Context): number | null {
  const found = quote(context.business, orderOf(state, context.business))
  return found?.priced === true && found.under.length === 0 ? found.total : null
}

/** Whether they want fewer of something than its price is for. */
function isBelowMinimum(state: Case, { business }: Context): boolean {
  return (quote(business, orderOf(state, business))?.under.length ?? 0) > 0
}

/** The most they said they would spend; null when no figure was given, or one in another currency. */
export function budgetOf(state: Case, context: Context): number | null {
  const budget = budgetSaid(state)
  return budget === null || isInOtherCurrency(state, context) ? null : (budget.max ?? budget.min)
}

/** Dollars where prices are in pesos: nobody here knows what they are worth today. */
function isInOtherCurrency(state: Case, { business }: Context): boolean {
  const currency = budgetSaid(state)?.currency ?? business.currency
  return currency !== business.currency
}

function budgetSaid(state: Case): Budget | null {
  const budget = known(state.inquiry?.slots.budget)
  return typeof budget === 'object' && budget !== null && 'none' in budget ? budget : null
}

/** "800 mil o más" falls short of nothing. */
function isOpenEnded(state: Case): boolean {
  const budget = budgetSaid(state)
  return budget !== null && budget.max === null
}

type MeasureOf = (state: Case, context: Context, questionsLeft: () => number) => number | null

const MEASURE: { readonly [M in Measure]: MeasureOf } = {
  budget: budgetOf,
  quantity: (state) => {
    const count = known(state.inquiry?.slots.quantity)
    return typeof count === 'number' ? count : null
  },
  days: (state, context) => {
    const day = deadlineDay(state.inquiry?.slots.urgency, context.business.timeZone)
    return day === null ? null : day - today(context)
  },
  workingDays: (state, context) => {
    const day = deadlineDay(state.inquiry?.slots.urgency, context.business.timeZone)
    if (day === null) return null
    return workingDaysUntil(context.business, today(context), day, context.holidays)
  },
  total: totalOf,
  shortfall: (state, context) => {
    const [total, budget] = [totalOf(state, context), budgetOf(state, context)]
    if (total === null || budget === null) return null
    return isOpenEnded(state) ? 0 : Math.max(0, total - budget)
  },
  score: (state) => state.inquiry?.score ?? 0,
  questionsLeft: (_state, _context, questionsLeft) => questionsLeft(),
  purchases: (state) => state.contact.purchases,
  nps: (state) => {
    const mark = known(state.inquiry?.slots.nps)
    return typeof mark === 'number' ? mark : null
  },
  attributes: (_state, { business }) => business.attributes.length,
}

const SIGN: { readonly [S in Sign]: (state: Case, context: Context) => boolean } = {
  priced: (state, context) => totalOf(state, context) !== null,
  belowMinimum: isBelowMinimum,
  notMade: (state, { business }) =>
    (state.inquiry?.notMade ?? null) !== null && orderOf(state, business).length === 0,
  unknownProduct: ({ inquiry }) =>
    (inquiry?.unknownProduct ?? null) !== null && inquiry?.items.length === 0,
  qualified: ({ inquiry }) => inquiry?.qualified === true,
  disqualified: ({ inquiry }) => inquiry?.outcome?.kind === 'disqualified',
  askedPrice: ({ inquiry }) => inquiry?.asked.price === true,
  askedMeeting: ({ inquiry }) => inquiry?.asked.meeting === true,
  askedPerson: ({ inquiry }) => inquiry?.asked.person === true,
  known: ({ contact }) => contact.purchases > 0,
  business: isBusiness,
  openTicket: ({ contact }) => contact.tickets.length > 0,
  happy: ({ contact }) => contact.satisfaction?.good === true,
  unhappy: ({ contact }) => contact.satisfaction?.good === false,
  keyAccount: ({ contact }) => contact.vip,
  frequent: ({ contact }) => contact.purchases >= FREQUENT,
  recurring: ({ contact }, { business }) => lastOf(contact, business, 'renewal') !== null,
  told: ({ inquiry }) => inquiry?.told === true,
  agreed: isAgreedDay,
  appointments: (_state, { business }) => business.appointments,
  otherCurrency: isInOtherCurrency,
}

/** From so many purchases on somebody buys often. */
const FREQUENT = 3

export function isBusiness(
  { contact, inquiry }: Pick<Case, 'contact' | 'inquiry'>,
  { business }: Pick<Context, 'business'>,
): boolean {
  if (contact.segment !== null) return contact.segment === 'b2b'
  if (contact.slots.organization?.status === 'known') return true
  const persona = business.personas.find(({ id }) => id === inquiry?.persona)
  return (persona?.segment ?? business.segment) === 'b2b'
}

function today({ now, business }: Context): number {
  return localTime(now, business.timeZone).day
}

function known(slot: Slot | undefined): SlotValue | null {
  return slot?.status === 'known' ? slot.value : null
}
