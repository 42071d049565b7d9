import { type Facts, holds } from '../flow/condition.js'
import { fill, isOwn, pickWording } from '../flow/template.js'
import type { Condition, Flow, Wordings } from '../flow/types.js'
import { factsOfCase } from '../funnel/facts-of-case.js'
import { isIn, messagesIn, wordingOf } from '../messages.js'
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
  /** What conditions look at, put together since the state last changed; null when it has to be. */
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

export function createDraft(state: Case, context: Context): Draft {
  return {
    plain: context,
    context: contextIn(context, state.dialogue.language),
    effects: [],
    sentences: [],
    native: new Set(),
    fresh: new Set(),
    changed: new Set(),
    from: state,
    known: new Map(),
    facts: null,
    contact: state.contact,
    inquiry: state.inquiry,
    dialogue: state.dialogue,
    options: [],
    returns: false,
    answered: false,
    heardText: null,
    voiced: false,
    arrived: null,
    upset: false,
  }
}

function contextIn(context: Context, language: Dialogue['language']): Context {
  if (language === 'es') return context
  const messages = messagesIn(context.messages, language)
  return { ...context, messages, read: (text, as) => context.read(text, { ...as, language }) }
}

/** The person changed to another language: from here on it is answered in that one. */
export function speakIn(draft: Draft, language: Dialogue['language']): void {
  draft.context = contextIn(draft.plain, language)
  patchDialogue(draft, { language })
}

export function caseOf({ contact, inquiry, dialogue }: Draft): Case {
  return { contact, inquiry, dialogue }
}

export function factsOf(draft: Draft): Facts {
  draft.facts ??= factsOfCase(draft, draft.context, questionsLeft(draft))
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
export function speak(draft: Draft, key: string, extra: Extra = {}): boolean {
  const text = phrase(draft, key, extra)
  if (text === null) return false
  draft.sentences.push(text)
  return true
}

type Extra = { readonly [name: string]: string | number | undefined }

/** A sentence of `data/messages` with its variables filled in, or null when one is not known. */
export function phrase(draft: Draft, key: string, extra: Extra = {}): string | null {
  return fillIn(draft, key, extra, countUse(draft, key))
}

/** The same without taking turns: for labels and reasons. */
export function label(draft: Draft, key: string, extra: Extra = {}): string {
  return fillIn(draft, key, extra, 0) ?? ''
}

function fillIn(draft: Draft, key: string, extra: Extra, turn: number): string | null {
  const treatment = draft.context.business.treatment
  const n = typeof extra.n === 'number' ? extra.n : null
  const text = wordingOf(draft.context.messages, key, { treatment, turn }, n)
  const filled = fill(text, (name) => {
    const given = extra[name]
    return given === undefined ? variable(draft, name) : String(given)
  })
  const { language } = draft.dialogue
  if (filled !== null && isIn(draft.plain.messages, key, language)) draft.native.add(filled)
  return filled
}

/** Adds one of a flow's wordings: the first that can be used, in turns, never the last one again. */
export function utter(
  draft: Draft,
  wordings: Wordings,
  key: string,
  hidden: readonly string[] = [],
): string | null {
  const found = pickWording(wordings, {
    treatment: draft.context.business.treatment,
    language: draft.dialogue.language,
    variables: (name) => (hidden.includes(name) ? undefined : variable(draft, name)),
    times: draft.dialogue.said[key] ?? 0,
    holdsIf: (condition) => holdsFor(draft, condition),
    avoid: draft.dialogue.lastSaid,
  })
  if (found === null) return null
  countUse(draft, key)
  draft.sentences.push(found.text)
  if (isOwn(found, wordings, draft.dialogue.language)) draft.native.add(found.text)
  return wordings[found.index]?.text[draft.context.business.treatment] ?? null
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
  draft.facts = null
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
  draft.facts = null
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
