import { CARE_VARIABLES } from '../aftersale/care-variables.js'
import { monthText } from '../business/date-text.js'
import { greetingText } from '../business/greeting-text.js'
import { money } from '../business/money-text.js'
import { type PlaceForm, placeText } from '../business/place-text.js'
import { type Promised, promise } from '../business/promise.js'
import { type Agreement, agreementOf, itemsText, itemsWithArticles } from '../business/quote.js'
import type { Business, Product } from '../business/types.js'
import { fill } from '../flow/template.js'
import type { VariableName } from '../flow/variables.js'
import { budgetOf, slotOfCase, totalOf } from '../funnel/facts-of-case.js'
import { orderOf, suggestedBy } from '../funnel/order.js'
import { message } from '../messages.js'
import { pieceText } from '../nurture/nurture.js'
import { REFERRAL_VARIABLES } from '../referral/variables.js'
import { localTime } from '../schedule/local-time.js'
import { budgetText } from './budget-text.js'
import type { Draft } from './draft.js'
import { friendlyName } from './friendly-name.js'
import { dateText, delayText, forDateText } from './said-date.js'
import { suggestedText } from './suggested-text.js'
import { tradeWords } from './trade-words.js'
import type { Item } from './types.js'

/**
 * The value of `{name}` in a text, worked out when it is needed; undefined when nobody knows it, so
 * that another wording is taken. `{precio:camisa}`, `{total:bordado}` and `{dato:entrega}` name
 * things of the business file; a slot's name stands for its value.
 */
export function variableOf(draft: Draft, name: string): string | undefined {
  const colon = name.indexOf(':')
  if (colon > 0) return referenceOf(draft, name.slice(0, colon), name.slice(colon + 1)) || undefined
  const value = isVariable(name) ? VARIABLES[name](draft) : slotText(draft, name)
  // What the business file does not word in the person's language is not known in it.
  return value === null || value === '' ? undefined : value
}

type Variable = (draft: Draft) => string | null | undefined

function isVariable(name: string): name is VariableName {
  return Object.hasOwn(VARIABLES, name)
}

const VARIABLES: { readonly [N in VariableName]: Variable } = {
  negocio: ({ context }) => context.business.name,
  vende: ({ spoken }) => spoken.sells,
  lugar: (draft) => placeOf(draft, 'bare'),
  el_lugar: (draft) => placeOf(draft, 'the'),
  del_lugar: (draft) => placeOf(draft, 'of'),
  al_lugar: (draft) => placeOf(draft, 'to'),
  dueña: (draft) => {
    const person = personInCharge(draft)
    return person && [person.name, person.title].filter((each) => each !== '').join(', ')
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
    return pronounOf(agreementOf(draft.spoken, items), draft.context.messages)
  },
  incluye: includesText,
  fecha: dateText,
  para_fecha: forDateText,
  plazo: delayText,
  presupuesto: (draft) => budgetText(draft.inquiry?.slots.budget, draft.context),
  presupuesto_exacto: (draft) => {
    const budget = budgetOf(draft, draft.context)
    return budget === null ? null : moneyText(draft, budget)
  },
  faltante: (draft) => {
    const [total, budget] = [totalOf(draft, draft.context), budgetOf(draft, draft.context)]
    if (total === null || budget === null || total <= budget) return null
    return moneyText(draft, total - budget)
  },
  último_pedido: (draft) => textOfItems(draft, draft.contact.lastOrder?.items ?? [], itemsText),
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
    const persona = draft.spoken.personas.find(({ id }) => id === draft.inquiry?.persona)
    return draft.inquiry?.items.length === 0 ? persona?.one : null
  },
  sugerido: suggestedText,
  ...CARE_VARIABLES,
  no_se_hace: ({ inquiry, spoken }) =>
    spoken.notMade.find(({ id }) => id === inquiry?.notMade)?.text[spoken.treatment],
}

/** With its article only in Spanish, whose nouns have these. */
function placeOf({ spoken, dialogue, context }: Draft, form: PlaceForm): string | null {
  if (dialogue.language === 'es') return placeText(spoken.place, form, context.messages)
  return form === 'bare' ? spoken.place : null
}

/** Money as the country of the business writes it. */
export function moneyText(
  { context: { business } }: Draft,
  amount: number,
  currency: string = business.currency,
): string {
  return money(amount, currency, business.country)
}

/** As the clock of the business has it now. */
export function greeting({ context }: Draft): string {
  return greetingText(context.now, context.business.timeZone, context.messages)
}

function promiseText(draft: Draft): string {
  return promiseNow(draft).text
}

/** By when a person would answer somebody who writes now. */
export function promiseNow({ context }: Pick<Draft, 'context'>): Promised {
  const { business, holidays, now, messages } = context
  return promise(business, holidays, now, messages, business.treatment)
}

/** Who of the business answers this contact: whoever took the inquiry, else the first of the list. */
function personInCharge({ inquiry, spoken: { staff } }: Draft) {
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
  return textOfItems(draft, orderOf(draft, draft.context.business), render)
}

/** Null as well where one of the products has no name in the person's language. */
function textOfItems(
  { spoken, context }: Draft,
  items: readonly Item[],
  render: typeof itemsText,
): string | null {
  const isNameless = ({ one }: Product): boolean => one === ''
  const products = items.map(({ product }) => productOf(spoken, product))
  if (items.length === 0 || products.some((each) => each !== null && isNameless(each))) return null
  return render(spoken, items, context.messages)
}

/** "20 uniformes": what they want in their own words, when no product of the catalogue is named. */
function orderInWords(draft: Draft): string | null {
  const { inquiry, context } = draft
  const [need, quantity] = [inquiry?.slots.need, inquiry?.slots.quantity]
  // A misspelling is not thrown back at them, and a thing we do not know is not counted out.
  if (inquiry?.unknownProduct != null) return null
  if (need?.status !== 'known' || quantity?.status !== 'known') return null
  // One of several things that are sold, as "pan", need not be counted: "pan".
  const sold = tradeWords(draft)
  if (sold.length > 1 && sold.includes(String(need.value))) return String(need.value)
  const thing = thingIn(draft, String(need.value))
  return thing && message(context.messages, 'order.counted', { n: Number(quantity.value), thing })
}

/** The trade's own word and a kind of buyer's usual order are kept in Spanish; all else is as they said it. */
function thingIn({ dialogue, inquiry, context, spoken }: Draft, need: string): string | null {
  if (dialogue.language === 'es') return need
  if (need === context.business.sells) return spoken.sells
  return suggestedBy(inquiry?.persona ?? null, context.business).length > 0 ? null : need
}

/** "38" says nothing of 20 shirts and 18 aprons. */
function isMixed({ inquiry }: Draft): boolean {
  const counts = (inquiry?.items ?? []).map(({ quantity }) => quantity)
  return counts.some((count) => count !== counts[0])
}

function agreeing(draft: Draft, text: (n: number, context: Draft['context']) => string) {
  const items = orderOf(draft, draft.context.business)
  if (items.length === 0) return null
  return text(agreementOf(draft.spoken, items).number === 'one' ? 1 : 2, draft.context)
}

/** Said only when every product of the order includes the same. */
function includesText(draft: Draft): string | null {
  const { spoken } = draft
  const texts = orderOf(draft, draft.context.business).map(
    ({ product }) => productOf(spoken, product)?.includes?.[spoken.treatment] ?? '',
  )
  const [first] = texts
  return first !== undefined && texts.every((text) => text === first) && first !== '' ? first : null
}

function referenceOf(draft: Draft, kind: string, id: string): string | undefined {
  const { spoken } = draft
  const product = productOf(spoken, id)
  if (kind === 'dato') return spoken.facts.find((fact) => fact.id === id)?.text[spoken.treatment]
  if (product === null) return undefined
  if (kind === 'precio') return moneyText(draft, product.price, product.currency)
  const slot = draft.inquiry?.slots.quantity
  const count = slot?.status === 'known' && typeof slot.value === 'number' ? slot.value : null
  return count === null ? undefined : moneyText(draft, product.price * count, product.currency)
}

function productOf(business: Business, id: string): Product | null {
  return business.products.find((product) => product.id === id) ?? null
}

function slotText(draft: Draft, name: string): string | null {
  const slot = slotOfCase(draft, name)
  if (slot?.status !== 'known' || typeof slot.value === 'object') return null
  return String(slot.value)
}
