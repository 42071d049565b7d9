import { hearRequest } from '../aftersale/hear-after-sale.js'
import { findFact } from '../business/find-fact.js'
import { quote } from '../business/quote.js'
import type { Product } from '../business/types.js'
import { wordList } from '../business/word-list.js'
import { fill } from '../flow/template.js'
import { totalOf } from '../funnel/facts-of-case.js'
import { orderOf } from '../funnel/order.js'
import { wordingOf } from '../messages.js'
import { localTime } from '../schedule/local-time.js'
import { PERSON_SLOTS } from '../types.js'
import { type Draft, patchDialogue, speak, tell } from './draft.js'
import { handOver } from './hand-over.js'
import type { Heard } from './heard.js'
import { slotOf } from './note-slot.js'
import { moneyText, variableOf } from './variables.js'

/** What came of a question: nothing was asked, the facts answered it, or nobody knows. */
export type Answered = 'nothing_asked' | 'answered' | 'unknown'

/**
 * Answers what they asked from the business's facts, before anything is asked of them. What the
 * facts do not hold is said to be unknown and goes to a person; nothing is invented.
 */
export function answer(draft: Draft, heard: Heard): Answered {
  const { reading, mentions } = heard
  if (mentions.notMade.length > 0 && mentions.products.length > 0) sayNotMade(draft, heard)
  const asks =
    reading.cues.includes('asks') || reading.intents.includes('price') || namesFact(draft, heard)
  if (owesPrice(draft, heard)) return sayPriceOfOrder(draft, heard)
  if (!asks || isGreeting(heard)) return 'nothing_asked'
  if (mentions.notMade.length > 0 && mentions.products.length === 0) return sayNotMade(draft, heard)
  const found = findFact(draft.context.business, mentions, reading)
  if (found?.kind === 'price') sayPrices(draft, heard, found.products)
  if (found !== null) return sayFacts(draft, heard)
  if (reading.intents.includes('price'))
    return asksExtra(draft, heard) ? 'unknown' : sayPriceOfOrder(draft, heard)
  // "¿y 12?" after a price asks for it at another count.
  if (heard.folded.split(' ').length <= 4 && sayWhatIf(draft, heard)) return 'answered'
  // "quién sabe" answers what was asked, in the words of a question.
  const { cues } = reading
  const evades = heard.asked !== null && (cues.includes('unsure') || cues.includes('declines'))
  return tookNothing(draft) && !evades ? 'unknown' : 'nothing_asked'
}

/** Says honestly that it is not known, and leaves the question with a person. */
export function admitUnknown(draft: Draft, heard: Heard): void {
  draft.effects.push({
    kind: 'unanswered',
    text: heard.text.slice(0, 500),
    evidence: heard.evidence,
  })
  if (hearRequest(draft, heard, 'chat.ticket.request')) return
  speak(draft, 'chat.unknown')
  tell(draft, { kind: 'unknown_question', said: heard.text })
}

/**
 * "hágame una rebajita" is no question, but somebody has to go on from there all the same; and a word
 * of a fact in a message that says nothing else asks for it.
 */
function namesFact(draft: Draft, { mentions }: Heard): boolean {
  const { facts } = draft.context.business
  const named = mentions.facts.flatMap(({ id }) => facts.filter((fact) => fact.id === id))
  // What an owner taught has no words of its own to be asked by: only a question asks for it.
  const asked = named.some(({ words }) => words.length > 0)
  return named.some(({ passesOn }) => passesOn) || (asked && tookNothing(draft))
}

/** "¿cuánto el envío?": the price of the order is no answer to it. */
function asksExtra({ context }: Draft, { words }: Heard): boolean {
  return wordList(context.messages, 'order.extras').some((word) => words.includes(word))
}

/** They asked what it costs before they said what: now they did. */
function owesPrice(draft: Draft, { mentions }: Heard): boolean {
  if (draft.inquiry === null || !draft.inquiry.asked.price || mentions.products.length === 0)
    return false
  return draft.fresh.has('need') && totalOf(draft, draft.context) === null
}

/** "hola?" asks for nothing but an answer. */
function isGreeting({ reading, folded }: Heard): boolean {
  return reading.intent === 'greeting' && folded.split(' ').length <= 3
}

/** Whether nothing about what they want could be taken: a name given in passing answers no question. */
function tookNothing(draft: Draft): boolean {
  const news = [...draft.fresh, ...draft.changed]
  return news.every((slot) => PERSON_SLOTS.includes(slot)) || draft.inquiry?.unknownProduct != null
}

function sayNotMade(draft: Draft, heard: Heard): Answered {
  const { business } = draft.context
  const found = business.notMade.find(({ id }) => id === heard.mentions.notMade[0]?.id)
  // As the only thing they want it is the flow's rule that says no; beside an order it is an aside.
  if (found !== undefined && orderOf(draft, business).length > 0) {
    draft.sentences.push(found.text[business.treatment])
  }
  return 'answered'
}

/** Every fact they asked for, as far as a person would take them in at once. */
function sayFacts(draft: Draft, heard: Heard): Answered {
  const { facts } = draft.context.business
  const ids = [...new Set(heard.mentions.facts.map(({ id }) => id))].slice(0, MOST_FACTS)
  for (const fact of ids.flatMap((id) => facts.filter((each) => each.id === id))) {
    sayFact(draft, heard, fact)
  }
  return 'answered'
}

const MOST_FACTS = 3

function sayFact(
  draft: Draft,
  heard: Heard,
  fact: { id: string; text: Forms; passesOn: boolean },
): Answered {
  const text = fact.text[draft.context.business.treatment]
  draft.sentences.push(fill(text, (name) => variableOf(draft, name)) ?? text)
  // Whoever is promised that a person writes has to be known to that person.
  if (text.includes('{promesa}')) handOver(draft)
  if (fact.passesOn) tell(draft, { kind: 'passed_on', fact: fact.id, said: heard.text })
  return 'answered'
}

type Forms = { readonly [T in Draft['context']['business']['treatment']]: string }

function sayPrices(draft: Draft, heard: Heard, products: readonly Product[]): Answered {
  // When they give a count with it, the order's total follows as an echo: one price is enough.
  const priced = totalOf(draft, draft.context) !== null
  if (priced && ordered(draft, products) && draft.fresh.has('quantity')) return 'answered'
  const asksPrice = heard.reading.intents.includes('price')
  for (const product of products.slice(0, 3)) sayPrice(draft, product, asksPrice)
  // When the quantity is about to be asked, the invitation would only say it twice.
  const counted = slotOf(draft, 'quantity') !== undefined || draft.dialogue.status === 'handed'
  if (draft.dialogue.topic !== null && counted) invite(draft, products)
  return 'answered'
}

/** Says how to add it, in words that agree with it. */
function invite(draft: Draft, products: readonly Product[]): void {
  const feminine = products.every(({ gender }) => gender === 'f')
  const { messages, business } = draft.context
  const options = { treatment: business.treatment, turn: 0 }
  const [cuántos, los] = feminine
    ? [
        wordingOf(messages, 'order.how_many_feminine', options),
        wordingOf(messages, 'order.pronoun_feminine', options, 2),
      ]
    : [
        wordingOf(messages, 'order.how_many_masculine', options),
        wordingOf(messages, 'order.pronoun_masculine', options, 2),
      ]
  speak(draft, 'chat.price.invite', { cuántos, los })
}

/** Whether they are already part of the order with a count. */
function ordered(draft: Draft, products: readonly Product[]): boolean {
  const items = orderOf(draft, draft.context.business)
  return products.every(({ id }) =>
    items.some(({ product, quantity }) => product === id && quantity !== null),
  )
}

function sayPrice(draft: Draft, product: Product, asksPrice: boolean): void {
  const { business, messages } = draft.context
  const article = messageArticle(product.gender, messages)
  const includes = product.includes === null ? '' : ` ${product.includes[business.treatment]}`
  const values = {
    el_producto: `${article} ${product.one}`,
    precio: moneyText(draft, product.price),
    mínimo: product.from,
    incluye: includes,
  }
  if (product.from > 1) speak(draft, asksPrice ? 'chat.price.one' : 'chat.price.makes', values)
  else speak(draft, asksPrice ? 'chat.price.single' : 'chat.price.makes_single', values)
}

function messageArticle(gender: 'f' | 'm', messages: Draft['context']['messages']): string {
  const options = { treatment: 'usted', turn: 0 } as const
  return gender === 'f'
    ? wordingOf(messages, 'order.feminine', options, 1)
    : wordingOf(messages, 'order.masculine', options, 1)
}

/** A price asked without naming anything: of what they already ordered, or the range of what there is. */
function sayPriceOfOrder(draft: Draft, heard: Heard): Answered {
  if (sayWhatIf(draft, heard)) return 'answered'
  if (totalOf(draft, draft.context) !== null) {
    if (tookNothing(draft)) speak(draft, 'chat.price.total')
    return 'answered'
  }
  const named = draft.context.business.products.filter(({ id }) =>
    draft.inquiry?.items.some(({ product }) => product === id),
  )
  if (named.length > 0) {
    for (const product of named.slice(0, 3)) sayPrice(draft, product, true)
    return 'answered'
  }
  return sayRange(draft)
}

/** "¿y cuánto sería con 30?": the order at another quantity, which changes nothing yet. */
function sayWhatIf(draft: Draft, { reading, text }: Heard): boolean {
  const { business: shop, now, read } = draft.context
  const today = localTime(now, shop.timeZone).day
  const again = read(text, { question: 'quantity', country: shop.country, today }).quantities
  const count = (reading.quantities.at(-1) ?? again.at(-1))?.value.count
  const items = draft.inquiry?.items ?? []
  if (count === undefined || items.length === 0 || !tookNothing(draft)) return false
  const { business } = draft.context
  const found = quote(
    business,
    items.map((item) => ({ ...item, quantity: count })),
  )
  if (found === null || !found.priced || found.under.length > 0) return false
  // "ok, 100" takes it up.
  const [only, ...others] = items
  if (only !== undefined && others.length === 0) patchDialogue(draft, { topic: only.product })
  return speak(draft, 'chat.price.what_if', { n: count, monto: moneyText(draft, found.total) })
}

function sayRange(draft: Draft): Answered {
  const byPrice = [...draft.context.business.products].sort((a, b) => a.price - b.price)
  const [cheap, dear] = [byPrice[0], byPrice.at(-1)]
  if (cheap === undefined || dear === undefined) return 'unknown'
  speak(draft, 'chat.price.range', {
    desde: moneyText(draft, cheap.price),
    barato: cheap.one,
    hasta: moneyText(draft, dear.price),
    caro: dear.one,
  })
  return 'answered'
}
