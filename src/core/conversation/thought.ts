import { admitUnknown } from './answer.js'
import { send } from './compose.js'
import { type Draft, flowOf, patchDialogue, speak } from './draft.js'
import type { Event, LlmQuestion } from './events.js'
import { proposeFound } from './extract.js'
import { askedOf, createHeard, type Heard } from './heard.js'
import { factsFor } from './known-facts.js'
import { missingOf } from './missing-of.js'
import { NOTHING_READ } from './nothing-read.js'
import { open as greet } from './opener.js'
import { remind } from './remind.js'
import type { Context } from './types.js'
import { type Said, verify } from './verify.js'
import { pose, walkTalk } from './walk.js'

type Answered = Extract<Event, { kind: 'llm_answered' }>

/**
 * The model answered, or failed to. An answer to a question that is no longer open is dropped; one
 * that the verifier does not let through is not said: a person gets the question instead.
 */
export function resumeThought(draft: Draft, { question, answer }: Answered): void {
  const open = draft.dialogue.question
  if (open === null || open.id !== question) return
  // Whoever took it meanwhile has it.
  const { status } = draft.dialogue
  patchDialogue(draft, { status: status === 'thinking' ? open.status : status, question: null })
  if (!answer.ok && answer.reason === 'overtaken') return
  const { wanted = [] } = open
  // A person began to talk meanwhile: the question stays with them.
  const isAway = draft.dialogue.paused !== null || draft.context.silence !== null
  if (wanted.length > 0) {
    if (isAway) return
    proposeFound(draft, { ...open, wanted }, answer.ok && 'found' in answer ? answer.found : [])
  } else {
    takeAnswer(draft, open, answer)
    if (isAway) return
    goOn(draft, open.text)
  }
  remind(draft)
  send(draft, 'reply')
}

function takeAnswer(draft: Draft, { id, text }: Open, answer: Answered['answer']): void {
  if (answer.ok && 'text' in answer && maySay(draft, id, text, answer))
    draft.sentences.push(answer.text.trim())
  else admitUnknown(draft, heardOf(draft, text))
}

type Open = NonNullable<Draft['dialogue']['question']>

/** An empty text is the model's way of not knowing; anything else that is not said is written down. */
function maySay(draft: Draft, question: string, asked: string, said: Said): boolean {
  if (said.text.trim() === '') return false
  const { business, messages } = draft.context
  // The facts as they are now: what an owner took back meanwhile is not said.
  const given = factsFor(draft.context, asked)
  const rule = verify(said, { given, asked, business, messages })
  if (rule !== null) draft.effects.push({ kind: 'llm_refused', question, rule })
  return rule === null
}

/** The model takes its time: said once a question, and not while a person has the word. */
export function hold(draft: Draft, { question }: Extract<Event, { kind: 'llm_slow' }>): void {
  const open = draft.dialogue.question
  if (open === null || open.id !== question || open.held) return
  patchDialogue(draft, { question: { ...open, held: true } })
  if (draft.dialogue.paused !== null || draft.context.silence !== null) return
  speak(draft, 'chat.holding')
  introduce(draft, open.text)
  send(draft, 'reply')
}

function goOn(draft: Draft, text: string): void {
  const asked = askedOf(draft, draft.context)
  const missing = asked === null ? [] : missingOf(draft, asked.step)
  if (asked !== null && missing.length > 0) pose(draft, flowOf(draft), asked.step, missing)
  else if (draft.dialogue.status === 'talking') walkTalk(draft)
  introduce(draft, text)
}

/** The first thing that anybody hears says who speaks. */
function introduce(draft: Draft, text: string): void {
  if (draft.dialogue.introduced) return
  const writtenAt = draft.context.now
  const plain = { writtenAt, vague: false, deaf: false, returns: false, newInquiry: false }
  greet(draft, heardOf(draft, text), plain)
}

/**
 * Asks the model what the facts did not say, or what the reader missed: the answer, or its failure, comes
 * back as an event, and nothing else of this chat is heard before.
 */
export function think(draft: Draft, heard: Heard, wanted: readonly string[] = []): void {
  const id = heard.evidence ?? draft.context.now
  const text = heard.text.slice(0, 1000)
  const { status } = draft.dialogue
  const question = { id, text, at: draft.context.now, status, held: false, wanted }
  patchDialogue(draft, { status: 'thinking', question })
  draft.effects.push({ kind: 'ask_llm', question: llmQuestion(draft.context, question) })
}

/** What the model is asked: the person's words, and the only facts that it may use. */
export function llmQuestion(
  context: Pick<Context, 'business' | 'messages'>,
  { id, text, wanted = [] }: Pick<Open, 'id' | 'text' | 'wanted'>,
): LlmQuestion {
  return wanted.length > 0
    ? { id, task: 'extract', text, slots: wanted }
    : { id, task: 'answer', text, facts: factsFor(context, text) }
}

function heardOf(draft: Draft, text: string) {
  const reading = { ...NOTHING_READ, text }
  return createHeard(draft, { parts: [], text, reading }, draft.context)
}
