import { hearRequest } from '../aftersale/hear-after-sale.js'
import { strung } from '../business/quote.js'
import { wordList } from '../business/word-list.js'
import { totalOf } from '../funnel/facts-of-case.js'
import { orderOf } from '../funnel/order.js'
import { fold } from '../understanding/normalise.js'
import { type Answered, keepUnanswered, tookNothingWanted } from './answered.js'
import { answeringOf } from './answering.js'
import { tellBeside } from './beside-thing.js'
import { type Draft, quoteText, speak, tell } from './draft.js'
import { askedBeside } from './guessed.js'
import { haggleFact, haggles } from './haggle.js'
import type { Heard } from './heard.js'
import { slotOf } from './note-slot.js'
import { saysTheyPay } from './pays.js'
import { sayFacts, sayGuessed, soundsAsked, textOf } from './say-facts.js'
import { sayPriceOfOrder, sayPrices, sayWhatIf } from './say-price.js'
import { isTakenOut } from './take-order.js'
import { endsWithTrade, namesTrade, wantsService } from './unlisted-thing.js'

/**
 * Answers what they asked from the business's facts, before anything is asked of them. What the
 * facts do not hold is said to be unknown and goes to a person; nothing is invented.
 */
export function answer(draft: Draft, heard: Heard): Answered {
  const toldWho = tellWhoAnswers(draft, heard)
  const toldBeside = tellBeside(draft, heard)
  const answered = answerFromFacts(draft, heard)
  // A thing of no list beside it is still nobody's to promise.
  return (toldWho || toldBeside) && !wantsUnknown(draft) ? 'answered' : answered
}

/** "¿es un robot?" is never left open, also where the owner wrote nothing about it. */
function tellWhoAnswers(draft: Draft, { reading, mentions }: Heard): boolean {
  return (
    reading.cues.includes('who_answers') &&
    mentions.facts.length === 0 &&
    speak(draft, 'chat.who_answers')
  )
}

function answerFromFacts(draft: Draft, heard: Heard): Answered {
  const { reading, mentions } = heard
  if (mentions.notMade.length > 0 && mentions.products.length > 0) sayNotMade(draft, heard)
  else if (wantsNotMadeToo(draft, heard)) return sayNotMade(draft, heard)
  const asks =
    asksIn(heard) ||
    namesFact(draft, heard) ||
    (tookNothingWanted(draft) && wantsService(draft, heard)) ||
    isHaggling(draft, heard)
  if (owesPrice(draft, heard)) return sayPriceOfOrder(draft, heard)
  if (leavesOut(draft, heard)) return 'answered'
  if (wantsUnknown(draft)) return 'unknown'
  if (!asks && soundsAsked(draft, heard)) return 'answered'
  if (!asks || isGreeting(heard) || isBareMark(heard)) return 'nothing_asked'
  if (mentions.notMade.length > 0 && mentions.products.length === 0) return sayNotMade(draft, heard)
  if (wantsItSent(draft, heard)) return sayWhereTo(draft)
  const { context, dialogue } = draft
  const found = answeringOf({ context, language: dialogue.language }, heard)
  const haggled = isHaggling(draft, heard) ? haggleFact(context) : null
  if (found !== null) {
    if (found.products.length > 0) sayPrices(draft, heard, found.products)
    const beside = haggled === null ? askedBeside(draft, heard) : [haggled]
    return sayFacts(draft, heard, [...new Set([...found.facts, ...beside])])
  }
  if (haggled !== null) return sayFacts(draft, heard, [haggled])
  // Nobody but a person may say it for less.
  if (isHaggling(draft, heard)) return 'unknown'
  if (asksForTrade(draft, heard) && sayWhatIsMade(draft, heard)) return 'answered'
  // "¿y 12?" after a price asks for it at another count.
  const isShort = heard.folded.split(' ').length <= 4
  if (isShort && !reading.intents.includes('price') && sayWhatIf(draft, heard)) return 'answered'
  if (sayGuessed(draft, heard)) return 'answered'
  if (reading.intents.includes('price'))
    return asksExtra(draft, heard) ? 'unknown' : sayPriceOfOrder(draft, heard)
  // "quién sabe" answers what was asked, in the words of a question.
  const { cues } = reading
  const evades = heard.asked !== null && (cues.includes('unsure') || cues.includes('declines'))
  // "¿tienen turno?" asks for what is sold.
  const visits = context.business.appointments && reading.intents.includes('meeting')
  return tookNothingWanted(draft) && !evades && !visits ? 'unknown' : 'nothing_asked'
}

/** Says honestly that it is not known, and leaves the question with a person. */
export function admitUnknown(draft: Draft, heard: Heard): void {
  keepUnanswered(draft, heard)
  if (hearRequest(draft, heard, 'chat.ticket.request')) return
  speak(draft, unknownKey(draft, heard))
  tell(draft, { kind: 'unknown_question', said: heard.text })
}

function unknownKey(draft: Draft, heard: Heard): string {
  if (namesUnknown(draft, heard) && !asksIn(heard)) return 'chat.unlisted'
  // "¿no se puede?", of what was just said, to somebody for whom a person was called.
  const follows =
    draft.inquiry?.told === true && heard.words.filter((word) => word !== '').length <= FEW
  return follows ? 'chat.asks_person' : 'chat.unknown'
}

const FEW = 3

/** The same whether a model was asked meanwhile or not: then what they want is known from before. */
function namesUnknown({ inquiry }: Draft, { folded }: Heard): boolean {
  const thing = inquiry?.unknownProduct ?? null
  return thing !== null && folded.includes(fold(thing))
}

/**
 * "hágame una rebajita" is no question, but somebody has to go on from there all the same; and a word
 * of a fact in a message that says nothing else asks for it.
 */
function namesFact(draft: Draft, heard: Heard): boolean {
  const { mentions } = heard
  const { facts } = draft.context.business
  const named = mentions.facts.flatMap(({ id }) => facts.filter((fact) => fact.id === id))
  // What an owner taught has no words of its own to be asked by: only a question asks for it.
  const asked = named.some(({ words }) => words.length > 0)
  return (
    named.some(({ passesOn }) => passesOn) ||
    (asked && tookNothingWanted(draft) && !saysTheyPay(draft, heard))
  )
}

/** "mándeme la cotización a este correo": a list of prices is no answer to that. */
function wantsItSent(draft: Draft, { reading, mentions }: Heard): boolean {
  const asked = reading.intents.includes('price') && mentions.products.length === 0
  return asked && draft.fresh.has('email') && draft.dialogue.status !== 'handed'
}

function sayWhereTo(draft: Draft): Answered {
  const email = slotOf(draft, 'email')
  const correo = email?.status === 'known' ? String(email.value) : undefined
  speak(draft, 'chat.sent_to', { correo })
  return 'answered'
}

/** "¿cuánto el envío?": the price of the order is no answer to it. */
function asksExtra({ context }: Draft, { words }: Heard): boolean {
  return wordList(context.messages, 'order.extras').some((word) => words.includes(word))
}

/** "una rebajita pues" is no question either, and no price that was said answers it. */
function isHaggling({ context, dialogue }: Draft, { words }: Heard): boolean {
  return dialogue.language === 'es' && haggles(context, words)
}

/** "¿hacen uniformes?": the trade itself, and no thing of it. */
function asksForTrade(draft: Draft, heard: Heard): boolean {
  const makes = wordList(draft.context.messages, 'order.makes')
  return (
    heard.mentions.products.length === 0 &&
    namesTrade(draft, heard) &&
    heard.words.some((word) => makes.includes(word))
  )
}

/** More of them would be a catalogue. */
const MOST_NAMED = 6

function sayWhatIsMade(draft: Draft, heard: Heard): boolean {
  const isMade = ({ ownGarment }: { ownGarment: boolean }): boolean => !ownGarment
  if (!draft.context.business.products.some(isMade)) return false
  const key = endsWithTrade(draft, heard) ? 'chat.price.made' : 'chat.price.list'
  return speak(draft, key, ({ spoken, context: { messages } }) => {
    const things = spoken.products.filter(isMade).slice(0, MOST_NAMED)
    const names = things.map(({ many }) => many)
    return { cosas: names.includes('') ? undefined : strung(names, messages) }
  })
}

function asksIn({ reading }: Heard): boolean {
  return reading.cues.includes('asks') || reading.intents.includes('price')
}

/** What they want is in no list of ours: a person is asked at once, and not after four questions. */
function wantsUnknown({ inquiry, from }: Draft): boolean {
  const thing = inquiry?.unknownProduct ?? null
  return thing !== null && thing !== from.inquiry?.unknownProduct
}

/** "¿y si quito los delantales?": what the rest costs is said back, and the price of those is no answer. */
function leavesOut(draft: Draft, heard: Heard): boolean {
  const { products } = heard.mentions
  const left = products.length > 0 && products.every((each) => isTakenOut(draft, heard, each))
  return left && draft.changed.has('quantity')
}

/** They asked what it costs before they said what: now they did. Asked beside its thing it is a question like others. */
function owesPrice(draft: Draft, { mentions, reading }: Heard): boolean {
  if (draft.inquiry === null || !draft.inquiry.asked.price || mentions.products.length === 0)
    return false
  if (reading.intents.includes('price')) return false
  return draft.fresh.has('need') && totalOf(draft, draft.context) === null
}

/** "?", and nothing else. */
export function isBareMark({ text }: Heard): boolean {
  return !/[\p{L}\p{N}]/u.test(text)
}

/** "hola?" asks for nothing but an answer. */
function isGreeting({ reading, folded }: Heard): boolean {
  return reading.intent === 'greeting' && folded.split(' ').length <= 3
}

/** "y botas también", beside what they ordered before: they hear that boots are not made, asked or not. */
function wantsNotMadeToo(draft: Draft, { mentions }: Heard): boolean {
  const ordered = orderOf(draft, draft.context.business).length > 0
  return mentions.notMade.length > 0 && mentions.products.length === 0 && ordered
}

function sayNotMade(draft: Draft, heard: Heard): Answered {
  const { business } = draft.context
  const found = business.notMade.find(({ id }) => id === heard.mentions.notMade[0]?.id)
  // As the only thing they want it is the flow's rule that says no; beside an order it is an aside.
  if (found !== undefined && orderOf(draft, business).length > 0) {
    const { id } = found
    quoteText(draft, ({ notMade, treatment }) => textOf(notMade, id, treatment))
  }
  return 'answered'
}
