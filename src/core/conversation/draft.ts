import type { Business } from '../business/types.js'
import { type Facts, holds } from '../flow/condition.js'
import { fill, pickWording } from '../flow/template.js'
import type { Condition, Flow, Wordings } from '../flow/types.js'
import { factsOfCase } from '../funnel/facts-of-case.js'
import { isIn, wordingOf } from '../messages.js'
import type { Option } from '../types.js'
import type { Effect, Notice } from './effects.js'
import type { Arrived, Case, ContactState, Context, Dialogue, InquiryState } from './types.js'
import { variableOf } from './variables.js'
import { voicedNotice } from './voice.js'

/**
 * One step in the making. It is changed in place by the functions of this room and never leaves
 * `step`, which takes and gives plain values.
 */
export type Draft = {
  /** The context as it was given. */
  readonly plain: Context
  /** Its messages are those of the person's language. */
  context: Context
  /** The business in the words of the person's language: for what is said, never for what is decided or kept. */
  spoken: Business
  readonly effects: Effect[]
  /** Sentences of the reply, in order. */
  readonly sentences: string[]
  /** Those of them that are in the person's language; the rest fell back to Spanish. */
  readonly native: Set<string>
  /** Slots that became known in this step, and those that got another value. */
  readonly fresh: Set<string>
  readonly changed: Set<string>
  /** What came in, which is never changed: a part that is still the same is copied first. */
  readonly from: Case
  /** Variables worked out since the state last changed. */
  readonly known: Map<string, string | undefined>
  /** What conditions look at; null until one does. */
  facts: Facts | null
  contact: ContactState
  inquiry: InquiryState | null
  dialogue: Dialogue
  options: readonly Option[]
  /** A pause by a person ended just now: the first answer asks nothing. */
  returns: boolean
  /** Something they asked was answered, or admitted to be unknown. */
  answered: boolean
  /** What the person just wrote, for news to the owner; null when nobody wrote. */
  heardText: string | null
  /** Words of it were spoken. */
  voiced: boolean
  /** How it came; null when nobody wrote. */
  arrived: Arrived | null
  /** There is a complaint in it. */
  upset: boolean
}

/** The same as somebody would be told it who speaks Spanish: to look things up in, and never to be changed. */
export function inSpanish(draft: Draft): Draft {
  const { plain } = draft
  const dialogue: Dialogue = { ...draft.dialogue, language: 'es' }
  return {
    ...draft,
    context: plain,
    spoken: plain.business,
    dialogue,
    known: new Map(),
    native: new Set(),
  }
}

export function caseOf({ contact, inquiry, dialogue }: Draft): Case {
  return { contact, inquiry, dialogue }
}

export function factsOf(draft: Draft): Facts {
  draft.facts ??= factsOfCase(draft, draft.context, () => questionsLeft(draft))
  return draft.facts
}

export function flowOf(draft: Draft): Flow {
  return draft.context.flow(draft.dialogue.flow, draft.dialogue.hash)
}

/** How many questions the person can still be asked in this inquiry. */
export function questionsLeft(draft: Draft): number {
  return Math.max(0, flowOf(draft).questions - draft.dialogue.questions)
}

export function holdsFor(draft: Draft, condition: Condition): boolean {
  return holds(condition, factsOf(draft))
}

/** Adds a sentence of `data/messages`; its wordings come in turns. False when one could not be filled. */
export function speak(draft: Draft, key: string, extra: Extras = {}): boolean {
  const text = phrase(draft, key, extra)
  if (text === null) return false
  draft.sentences.push(text)
  return true
}

type Extra = { readonly [name: string]: string | number | undefined }
/** What hangs on the language is worked out in the one that the sentence is said in. */
type Extras = Extra | ((draft: Draft) => Extra)

/** A sentence of `data/messages` with its variables filled in, or null when one is not known. */
export function phrase(draft: Draft, key: string, extra: Extras = {}): string | null {
  return fillIn(draft, key, extra, countUse(draft, key))
}

/** The same without taking turns: for labels and reasons. */
export function label(draft: Draft, key: string, extra: Extras = {}): string {
  return fillIn(draft, key, extra, 0) ?? ''
}

/** In the person's language where all of it can be said in that, else in Spanish. */
function fillIn(draft: Draft, key: string, extra: Extras, turn: number): string | null {
  const { language } = draft.dialogue
  const own = isIn(draft.plain.messages, key, language)
    ? messageText(draft, key, extra, turn)
    : null
  if (own !== null) draft.native.add(own)
  return own === null && language !== 'es' ? messageText(inSpanish(draft), key, extra, turn) : own
}

function messageText(draft: Draft, key: string, extras: Extras, turn: number): string | null {
  const treatment = draft.context.business.treatment
  const extra = typeof extras === 'function' ? extras(draft) : extras
  const n = typeof extra.n === 'number' ? extra.n : null
  const text = wordingOf(draft.context.messages, key, { treatment, turn }, n)
  return fill(text, (name) => {
    const given = extra[name]
    return given === undefined ? variable(draft, name) : String(given)
  })
}

/** Adds a text of the business's own, in the person's language where its file words it in that. */
export function quoteText(draft: Draft, textOf: (business: Business) => string): void {
  const own = fillText(draft, textOf(draft.spoken))
  if (own !== null) draft.native.add(own)
  const spanish = textOf(draft.plain.business)
  draft.sentences.push(own ?? fillText(inSpanish(draft), spanish) ?? spanish)
}

function fillText(draft: Draft, text: string): string | null {
  return text === '' ? null : fill(text, (name) => variable(draft, name))
}

/** Adds one of a flow's wordings: the first that can be used, in turns, never the last one again. It is given back unfilled. */
export function utter(
  draft: Draft,
  wordings: Wordings,
  key: string,
  { hidden = [], native = false }: Uttering = {},
): string | null {
  const own = pick(draft, wordings, key, hidden)
  if (own !== null) draft.native.add(own.text)
  const isForeign = draft.dialogue.language !== 'es'
  const found =
    own === null && isForeign && !native ? pick(inSpanish(draft), wordings, key, hidden) : own
  if (found === null) return null
  countUse(draft, key)
  draft.sentences.push(found.text)
  return found.raw
}

type Uttering = {
  /** Variables that it may not name. */
  readonly hidden?: readonly string[]
  /** Rather nothing than Spanish to whoever writes in another language. */
  readonly native?: boolean
}

function pick(draft: Draft, wordings: Wordings, key: string, hidden: readonly string[]) {
  return pickWording(wordings, {
    treatment: draft.context.business.treatment,
    language: draft.dialogue.language,
    variables: (name) => (hidden.includes(name) ? undefined : variable(draft, name)),
    times: draft.dialogue.said[key] ?? 0,
    holdsIf: (condition) => holdsFor(draft, condition),
    avoid: draft.dialogue.lastSaid,
  })
}

/** A person wrote to them: what was promised on that person's behalf is done. */
export function keepPromise(draft: Draft): void {
  patchInquiry(draft, { promise: null, promisedBy: null, attendedAt: draft.context.now })
}

export function tell(draft: Draft, notice: Notice): void {
  const told = draft.voiced ? voicedNotice(notice, draft.plain.messages) : notice
  draft.effects.push({ kind: 'tell', notice: told })
}

export function patchDialogue(draft: Draft, change: Partial<Dialogue>): void {
  if (draft.dialogue === draft.from.dialogue) draft.dialogue = { ...draft.dialogue }
  Object.assign(draft.dialogue, change)
}

export function patchInquiry(draft: Draft, change: Partial<InquiryState>): void {
  if (draft.inquiry === null) return
  if (draft.inquiry === draft.from.inquiry) draft.inquiry = { ...draft.inquiry }
  Object.assign(draft.inquiry, change)
  forget(draft)
}

export function patchContact(draft: Draft, change: Partial<ContactState>): void {
  if (draft.contact === draft.from.contact) draft.contact = { ...draft.contact }
  Object.assign(draft.contact, change)
  forget(draft)
}

/** What was worked out from the inquiry or the person no longer holds. */
export function forget(draft: Draft): void {
  draft.known.clear()
}

/** How often this text was said before, counted in the dialogue. */
function countUse(draft: Draft, key: string): number {
  const times = draft.dialogue.said[key] ?? 0
  if (draft.dialogue.said === draft.from.dialogue.said) {
    patchDialogue(draft, { said: { ...draft.dialogue.said } })
  }
  Object.assign(draft.dialogue.said, { [key]: times + 1 })
  return times
}

/** The value of a variable, worked out once until the state changes. */
function variable(draft: Draft, name: string): string | undefined {
  if (draft.known.has(name)) return draft.known.get(name)
  const value = variableOf(draft, name)
  draft.known.set(name, value)
  return value
}
