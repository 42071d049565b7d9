import type { Mentions } from '../business/mentions.js'
import { withVariants } from '../business/variants.js'
import { wordList } from '../business/word-list.js'
import type { AskStep, Flow, SlotType } from '../flow/types.js'
import { localTime } from '../schedule/local-time.js'
import type { MessageId } from '../types.js'
import { fold } from '../understanding/normalise.js'
import type { Question, Reading } from '../understanding/types.js'
import { countingPieces, isInName } from './counting-pieces.js'
import type { Event } from './events.js'
import type { Case, Context, Pending, PendingAsk } from './types.js'
import { shownIn, withoutPick } from './without-pick.js'

/** What a person wrote in one burst, with everything that could be read in it. */
export type Heard = {
  readonly text: string
  readonly folded: string
  /** The words and numbers of `folded`. */
  readonly words: readonly string[]
  readonly reading: Reading
  readonly mentions: Mentions
  /** Other words for what was said before, and nothing besides. */
  readonly edited: boolean
  /** The message that proves what it says: the last of the burst. */
  readonly evidence: MessageId | null
  /** The question it may answer. */
  readonly asked: Asked | null
}

export type Asked = {
  readonly pending: PendingAsk
  readonly step: AskStep
  /** The flow it stands in, in the version that put it. */
  readonly flow: Flow
}

type Words = Pick<Extract<Event, { kind: 'message' }>, 'parts' | 'text' | 'reading'>

export function createHeard(state: Case, event: Words, context: Context): Heard {
  const folded = fold(event.text)
  const words = wordsOf(folded)
  const mentions = mentionsIn(state, folded, event.reading, context)
  const asked = askedOf(state, context)
  const counted = withoutNames(state, event, mentions, context)
  const picked = withoutPick(counted, shownIn(state.dialogue.pending), context)
  const reading = isTold(state, asked, event) ? withoutPriceOf(picked) : picked
  return {
    text: event.text,
    folded,
    words,
    reading: reading === picked ? withPrice(reading, words, mentions, context) : reading,
    mentions,
    edited: event.parts.length > 0 && event.parts.every(({ content }) => content.kind === 'edit'),
    evidence: event.parts.at(-1)?.id ?? null,
    asked,
  }
}

/**
 * Somebody who was asked something else wants to buy again: their words are read as if nothing had been
 * asked, since "20" beside a question for a mark is no quantity.
 */
export function heardAfresh(
  draft: Case & { readonly context: Context },
  event: Words,
  first: Heard,
): Heard {
  if (first.asked === null) return first
  const { context } = draft
  const { business, now, read } = context
  const today = localTime(now, business.timeZone).day
  const reading = read(event.text, { question: 'open', country: business.country, today })
  return { ...createHeard(draft, { ...event, reading }, context), asked: null }
}

function mentionsIn(state: Case, folded: string, { name }: Reading, context: Context): Mentions {
  const mentions = context.mentions(withoutName(folded, name?.value ?? null))
  const { inquiry, dialogue } = state
  const items = (inquiry?.items ?? []).map(({ product }) => product)
  const spokenOf = dialogue.topic === null ? items : [...items, dialogue.topic]
  const products = withVariants(folded, mentions.products, spokenOf, context)
  return products === mentions.products ? mentions : { ...mentions, products }
}

/** A number in the name of a thing is neither a count nor money, and not every count is one of pieces. */
function withoutNames(
  state: Case,
  { text, reading }: Words,
  mentions: Mentions,
  context: Context,
): Reading {
  const { budget } = reading
  const quantities = countingPieces({ ...state, context }, { text, mentions }, reading.quantities)
  const isMoney = budget === null || !isInName(mentions, budget)
  return { ...reading, quantities, budget: isMoney ? budget : null }
}

/** Camila wants no shirt, however near her name is to one. Every other word keeps its place. */
function withoutName(folded: string, name: string | null): string {
  if (name === null || name.trim() === '') return folded
  const called = fold(name)
  return folded.replace(called, ' '.repeat(called.length))
}

function wordsOf(folded: string): readonly string[] {
  return folded.split(/[^\p{L}\p{N}]+/u)
}

/** "pues el precio", asked after a sale what they liked most, asks for none. */
function isTold({ dialogue }: Case, asked: Asked | null, { text, reading }: Words): boolean {
  if (asked === null || asked.pending.flow === dialogue.flow) return false
  const isOpen = asked.step.slots.some((name) => asked.flow.slots[name] === 'text')
  return isOpen && !reading.cues.includes('asks') && !text.includes('?')
}

function withoutPriceOf(reading: Reading): Reading {
  const intents = reading.intents.filter((intent) => intent !== 'price')
  return { ...reading, intents, intent: intents[0] ?? 'none' }
}

/** "precio camisas": the word and a product of ours are a price question, verb or not. */
function withPrice(
  reading: Reading,
  words: readonly string[],
  mentions: Mentions,
  context: Context,
): Reading {
  if (mentions.products.length === 0 || reading.intents.includes('price')) return reading
  const first = words.slice(0, 4)
  const asks = wordList(context.messages, 'order.price').some((word) => first.includes(word))
  if (!asks) return reading
  const intent = reading.intent === 'none' ? 'price' : reading.intent
  return { ...reading, intent, intents: [...reading.intents, 'price'] }
}

/** The question of a flow that waits, also while it is asked what an answer to it meant. */
export function askIn(pending: Pending | null): PendingAsk | null {
  if (pending?.kind === 'scale' || pending?.kind === 'confirm') return pending.ask
  return pending?.kind === 'ask' ? pending : null
}

/** The question that is pending, with its step; null when nothing was asked. */
export function askedOf({ dialogue }: Case, context: Context): Asked | null {
  const pending = askIn(dialogue.pending)
  if (pending === null) return null
  const hash = pending.flow === dialogue.flow ? dialogue.hash : null
  const flow = context.flow(pending.flow, hash)
  const step = flow.steps[pending.step]
  return step?.kind === 'ask' ? { pending, step, flow } : null
}

const QUESTION_OF_SLOT: { readonly [slot: string]: Question } = {
  budget: 'budget',
  urgency: 'urgency',
  authority: 'authority',
  need: 'need',
  quantity: 'quantity',
  name: 'name',
  nps: 'nps',
}

/** The same for slots that only a flow has. */
const QUESTION_OF_TYPE: { readonly [T in SlotType]?: Question } = {
  number: 'quantity',
  date: 'urgency',
}

/** What the reader has to know of the pending question: its kind, and the figure on the table. */
export function questionOf(
  state: Case,
  context: Context,
): { readonly question: Question; readonly figure: number | null } {
  const { pending } = state.dialogue
  if (pending === null) return { question: 'open', figure: null }
  if (pending.kind === 'back' || pending.kind === 'visit')
    return { question: 'urgency', figure: null }
  if (pending.kind === 'confirm') return { question: 'yesno', figure: null }
  const asked = askedOf(state, context)
  const isOpen = pending.kind === 'why' || pending.kind === 'origin'
  if (asked === null) return { question: isOpen ? 'open' : 'yesno', figure: null }
  if (asked.pending.figure !== null) return { question: 'budget', figure: asked.pending.figure }
  // A product was just talked about: a bare number says how many of it.
  if (state.dialogue.topic !== null) return { question: 'quantity', figure: null }
  const { contact, inquiry } = state
  const missing = asked.step.slots.find(
    (name) => contact.slots[name] === undefined && inquiry?.slots[name] === undefined,
  )
  if (missing === undefined) return { question: 'yesno', figure: null }
  const type = asked.flow.slots[missing]
  const own = type === undefined ? undefined : QUESTION_OF_TYPE[type]
  return { question: QUESTION_OF_SLOT[missing] ?? own ?? 'yesno', figure: null }
}
