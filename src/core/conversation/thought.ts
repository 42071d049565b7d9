import { admitUnknown } from './answer.js'
import { send } from './compose.js'
import { type Draft, flowOf, patchDialogue, speak } from './draft.js'
import type { Event, LlmQuestion } from './events.js'
import { askedOf, createHeard } from './heard.js'
import { factsFor } from './known-facts.js'
import { missingOf } from './missing-of.js'
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
  patchDialogue(draft, { status: open.status, question: null })
  if (!answer.ok && answer.reason === 'overtaken') return
  if (answer.ok && maySay(draft, question, open.text, answer))
    draft.sentences.push(answer.text.trim())
  else admitUnknown(draft, heardOf(draft, open.text))
  // A person began to talk meanwhile: the question stays with them.
  if (draft.dialogue.paused !== null || draft.context.silence !== null) return
  goOn(draft, open.text)
  remind(draft)
  send(draft, 'reply')
}

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

/** What the model is asked: the person's words, and the only facts that it may use. */
export function llmQuestion(
  context: Pick<Context, 'business' | 'messages'>,
  id: string,
  text: string,
): LlmQuestion {
  return { id, task: 'answer', text, facts: factsFor(context, text) }
}

function heardOf(draft: Draft, text: string) {
  const reading = { ...EMPTY, text }
  return createHeard(draft, { parts: [], text, reading }, draft.context)
}

const EMPTY = {
  language: null,
  budget: null,
  urgency: null,
  authority: null,
  yes: null,
  nps: null,
  name: null,
  organization: null,
  sector: null,
  size: null,
  place: null,
  email: null,
  phone: null,
  quantities: [],
  intent: 'none',
  intents: [],
  cues: [],
} as const
