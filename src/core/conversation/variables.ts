import { CARE_VARIABLES } from '../aftersale/care-variables.js'
import { dayText, isBetweenDays, monthText, urgencyText } from '../business/date-text.js'
import { durationText } from '../business/duration-text.js'
import { greetingText } from '../business/greeting-text.js'
import { money } from '../business/money-text.js'
import { type Promised, promise } from '../business/promise.js'
import { type Agreement, agreementOf, itemsText, itemsWithArticles } from '../business/quote.js'
import type { Business, Product } from '../business/types.js'
import { fill } from '../flow/template.js'
import { urgencyOf } from '../funnel/deadline.js'
import { budgetOf, slotsOfCase, totalOf } from '../funnel/facts-of-case.js'
import { orderOf } from '../funnel/order.js'
import { message } from '../messages.js'
import { pieceText } from '../nurture/nurture.js'
import { REFERRAL_VARIABLES } from '../referral/variables.js'
import { localTime } from '../schedule/local-time.js'
import type { Slot } from '../types.js'
import { budgetText } from './budget-text.js'
import type { Draft } from './draft.js'
import { friendlyName } from './friendly-name.js'
import { suggestedText } from './suggested-text.js'

/**
 * The value of `{name}` in a text, worked out when it is needed; undefined when nobody knows it, so
 * that another wording is taken. `{precio:camisa}`, `{total:bordado}` and `{dato:entrega}` name
 * things of the business file; a slot's name stands for its value.
 */
export function variableOf(draft: Draft, name: string): string | undefined {
  const colon = name.indexOf(':')
  if (colon > 0) return referenceOf(draft, name.slice(0, colon), name.slice(colon + 1))
  const variable = VARIABLES[name]
  return (variable === undefined ? slotText(draft, name) : variable(draft)) ?? undefined
}

type Variable = (draft: Draft) => string | null | undefined

const VARIABLES: { readonly [name: string]: Variable } = {
  negocio: ({ context }) => context.business.name,
  vende: ({ context }) => context.business.sells,
  lugar: ({ context }) => context.business.place,
  dueña: (draft) => {
    const person = personInCharge(draft)
    return person && `${person.name}, ${person.title}`
  },
  dueño: (draft) => personInCharge(draft)?.name,
  dueño_corto: (draft) => personInCharge(draft)?.name,
  promesa: promiseText,
  saludo: (draft) => greeting(draft).toLowerCase(),
  nombre: (draft) => friendlyName(draft.contact),
  pedido: (draft) => orderText(draft, itemsText) ?? orderInWords(draft),
  el_pedido: (draft) => orderText(draft, itemsWithArticles),
  el_surtido: (draft) => (isMixed(draft) ? orderText(draft, itemsWithArticles) : null),
  unidades: (draft) => {
    const slot = draft.inquiry?.slots.quantity
    return slot?.status === 'known' && !isMixed(draft) ? String(slot.value) : null
  },
  total: (draft) => {
    const total = totalOf(draft, draft.context)
    return total === null ? null : moneyText(draft, total)
  },
  queda: (draft) =>
    agreeing(draft, (n, { messages }) => message(messages, 'chat.serve.costs', { n })),
  sale: (draft) =>
    agreeing(draft, (n, { messages }) => message(messages, 'chat.serve.sale', { n })),
  sería: (draft) => agreeing(draft, (n, { messages }) => message(messages, 'chat.serve.is', { n })),
  los: (draft) => {
    const items = draft.inquiry?.items ?? []
    if (items.length === 0) return null
    return pronounOf(agreementOf(draft.context.business, items), draft.context.messages)
  },
  incluye: includesText,
  fecha: dateText,
  para_fecha: forDateText,
  plazo: delayText,
  presupuesto: (draft) => budgetText(draft.inquiry?.slots.budget, draft.context),
  presupuesto_exacto: (draft) => {
    const budget = budgetOf(draft)
    return budget === null ? null : moneyText(draft, budget)
  },
  faltante: (draft) => {
    const [total, budget] = [totalOf(draft, draft.context), budgetOf(draft)]
    if (total === null || budget === null || total <= budget) return null
    return moneyText(draft, total - budget)
  },
  último_pedido: ({ contact, context }) =>
    contact.lastOrder && contact.lastOrder.items.length > 0
      ? itemsText(context.business, contact.lastOrder.items, context.messages)
      : null,
  mes_último: ({ contact, context }) =>
    contact.lastOrder &&
    monthText(localTime(contact.lastOrder.at, context.business.timeZone).day, context.messages),
  cotizado: (draft) => {
    const quote = draft.inquiry?.quote ?? null
    return quote === null ? null : moneyText(draft, quote.amount)
  },
  contenido: (draft) => {
    const text = pieceText(draft)
    return text === null ? null : fill(text, (name) => variableOf(draft, name))
  },
  ...REFERRAL_VARIABLES,
  persona: (draft) => {
    const persona = draft.context.business.personas.find(({ id }) => id === draft.inquiry?.persona)
    return draft.inquiry?.items.length === 0 ? persona?.one : null
  },
  sugerido: suggestedText,
  ...CARE_VARIABLES,
  no_se_hace: ({ inquiry, context }) =>
    context.business.notMade.find(({ id }) => id === inquiry?.notMade)?.text[
      context.business.treatment
    ],
}

/** Money as the country of the business writes it. */
export function moneyText({ context }: Draft, amount: number): string {
  return money(amount, context.business.currency, context.business.country)
}

/** As the clock of the business has it now. */
export function greeting({ context }: Draft): string {
  return greetingText(context.now, context.business.timeZone, context.messages)
}

export function promiseText(draft: Draft): string {
  return promiseNow(draft).text
}

/** By when a person would answer somebody who writes now. */
export function promiseNow({ context }: Pick<Draft, 'context'>): Promised {
  const { business, holidays, now, messages } = context
  return promise(business, holidays, now, messages, business.treatment)
}

/** Who of the business answers this contact: whoever took the inquiry, else the first of the list. */
function personInCharge({ inquiry, context }: Draft) {
  const { staff } = context.business
  return staff.find(({ name }) => name === inquiry?.assignedTo?.name) ?? staff[0]
}

/** "lo", "la", "los" or "las": stands for the order. */
function pronounOf({ number, gender }: Agreement, messages: Draft['context']['messages']): string {
  const n = number === 'one' ? 1 : 2
  return gender === 'f'
    ? message(messages, 'order.pronoun_feminine', { n })
    : message(messages, 'order.pronoun_masculine', { n })
}

function orderText(draft: Draft, render: typeof itemsText): string | null {
  const items = orderOf(draft, draft.context.business)
  if (items.length === 0) return null
  return render(draft.context.business, items, draft.context.messages)
}

/** "20 uniformes": what they want in their own words, when no product of the catalogue is named. */
function orderInWords({ inquiry, context }: Draft): string | null {
  const [need, quantity] = [inquiry?.slots.need, inquiry?.slots.quantity]
  // A misspelling is not thrown back at them, and a thing we do not know is not counted out.
  if (inquiry?.unknownProduct != null) return null
  if (need?.status !== 'known' || quantity?.status !== 'known') return null
  return message(context.messages, 'order.counted', {
    n: Number(quantity.value),
    thing: String(need.value),
  })
}

/** "38" says nothing of 20 shirts and 18 aprons. */
function isMixed({ inquiry }: Draft): boolean {
  const counts = (inquiry?.items ?? []).map(({ quantity }) => quantity)
  return counts.some((count) => count !== counts[0])
}

function agreeing(draft: Draft, text: (n: number, context: Draft['context']) => string) {
  const items = orderOf(draft, draft.context.business)
  if (items.length === 0) return null
  return text(agreementOf(draft.context.business, items).number === 'one' ? 1 : 2, draft.context)
}

/** Said only when every product of the order includes the same. */
function includesText(draft: Draft): string | null {
  const { business } = draft.context
  const texts = orderOf(draft, business).map(
    ({ product }) => productOf(business, product)?.includes?.[business.treatment] ?? '',
  )
  const [first] = texts
  return first !== undefined && texts.every((text) => text === first) && first !== '' ? first : null
}

function dateText(draft: Draft): string | null {
  const slot = draft.inquiry?.slots.urgency
  const urgency = urgencyOf(slot)
  if (slot === undefined || urgency === null || urgency.bucket === 'none') return null
  const { business, messages, now } = draft.context
  const said = localTime(slot.at, business.timeZone).day
  const days = urgency.days
  if (days !== null && days[0] === days[1]) {
    return dayText(said + days[0], localTime(now, business.timeZone).day, messages)
  }
  return urgencyText(urgency, said, messages)
}

/** "para el 15 de abril", but "entre el 15 y el 30 de abril". */
function forDateText(draft: Draft): string | null {
  const text = dateText(draft)
  const slot = draft.inquiry?.slots.urgency
  const urgency = urgencyOf(slot)
  if (text === null || slot === undefined || urgency === null) return text
  const { business, messages } = draft.context
  const said = localTime(slot.at, business.timeZone).day
  return isBetweenDays(urgency, said) ? text : message(messages, 'time.for', { day: text })
}

/** "en un mes", when they spoke of a delay and not of a date. */
function delayText(draft: Draft): string | null {
  const slot = draft.inquiry?.slots.urgency
  const days = urgencyOf(slot)?.days
  if (slot === undefined || !days || days[0] !== days[1]) return null
  return durationText(days[0], slot.said, draft.context.messages)
}

function referenceOf(draft: Draft, kind: string, id: string): string | undefined {
  const { business } = draft.context
  const product = productOf(business, id)
  if (kind === 'dato')
    return business.facts.find((fact) => fact.id === id)?.text[business.treatment]
  if (product === null) return undefined
  if (kind === 'precio') return moneyText(draft, product.price)
  const slot = draft.inquiry?.slots.quantity
  const count = slot?.status === 'known' && typeof slot.value === 'number' ? slot.value : null
  return count === null ? undefined : moneyText(draft, product.price * count)
}

function productOf(business: Business, id: string): Product | null {
  return business.products.find((product) => product.id === id) ?? null
}

function slotText(draft: Draft, name: string): string | null {
  const slot: Slot | undefined = slotsOfCase(draft)[name]
  if (slot?.status !== 'known' || typeof slot.value === 'object') return null
  return String(slot.value)
}
