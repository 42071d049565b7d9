import { localTime } from '../schedule/local-time.js'
import type { MessageId } from '../types.js'
import { admitUnknown } from './answer.js'
import { send } from './compose.js'
import { type Draft, patchDialogue, speak } from './draft.js'
import type { Event, LlmQuestion } from './events.js'
import { proposeFound } from './extract.js'
import { createHeard, type Heard, questionOf } from './heard.js'
import { factsFor } from './known-facts.js'
import { open as greet } from './opener.js'
import { remind } from './remind.js'
import { owesNote, respond } from './respond.js'
import type { Context, Part } from './types.js'
import { type Said, verify } from './verify.js'

type Answered = Extract<Event, { kind: 'llm_answered' }>
type Open = NonNullable<Draft['dialogue']['question']>

/**
 * The model answered, or failed to. An answer to a question that is no longer open is dropped; one
 * that the verifier does not let through is not said: a person gets the question instead. From there
 * on it goes as if nobody had been asked.
 */
export function resumeThought(draft: Draft, { question, answer }: Answered): void {
  const open = draft.dialogue.question
  if (open === null || open.id !== question) return
  // Whoever took it meanwhile has it.
  const { status } = draft.dialogue
  patchDialogue(draft, { status: status === 'thinking' ? open.status : status, question: null })
  if (!answer.ok && answer.reason === 'overtaken') return
  const heard = heardAgain(draft, open)
  const { wanted = [] } = open
  // A person began to talk meanwhile: the question stays with them.
  const isAway = draft.dialogue.paused !== null || draft.context.silence !== null
  if (wanted.length > 0) {
    if (isAway) return
    proposeFound(draft, { ...open, wanted }, answer.ok && 'found' in answer ? answer.found : [])
  } else {
    const owes = owesNote(draft)
    const answered = takeAnswer(draft, heard, open, answer)
    if (isAway) return
    respond(draft, heard, answered)
    if (owes) speak(draft, 'chat.opt_out.note')
  }
  if (draft.sentences.length > 0) introduce(draft, heard, open)
  remind(draft)
  send(draft, 'reply')
}

function takeAnswer(
  draft: Draft,
  heard: Heard,
  { id, text }: Open,
  answer: Answered['answer'],
): 'answered' | 'unknown' {
  if (answer.ok && 'text' in answer && maySay(draft, id, text, answer)) {
    draft.sentences.push(answer.text.trim())
    return 'answered'
  }
  admitUnknown(draft, heard)
  return 'unknown'
}

/** Their words once more, read as when they came. */
function heardAgain(draft: Draft, { id, text, at, as }: Open): Heard {
  const { context } = draft
  const { country, timeZone } = context.business
  const { question, figure } = questionOf(draft, context)
  const today = localTime(at, timeZone).day
  const about = figure === null ? {} : { figure }
  const reading = context.read(text, { question, country, today, ...about })
  const part: Part = { id: id as MessageId, at, content: { kind: 'text', text }, replyTo: null }
  draft.heardText = text
  draft.answered = true
  draft.arrived = as ?? null
  draft.returns = as?.returns ?? false
  draft.voiced = as?.voiced ?? false
  return createHeard(draft, { parts: [part], text, reading }, context)
}

/** An empty text is the model's way of not knowing; anything else that is not said is written down. */
function maySay(draft: Draft, question: string, asked: string, said: Said): boolean {
  if (said.text.trim() === '') return false
  const { business, messages } = draft.plain
  // The facts as they are now: what an owner took back meanwhile is not said.
  const given = factsFor(draft.plain, asked)
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
  introduce(draft, heardAgain(draft, open), open)
  send(draft, 'reply')
}

/** What stands before everything else, unless it was said with the first words. */
function introduce(draft: Draft, heard: Heard, { at, as, held }: Open): void {
  if (held && draft.dialogue.introduced) return
  const arrived = as ?? { writtenAt: at, returns: false, newInquiry: false }
  greet(draft, heard, { arrived, returns: arrived.returns, vague: false, deaf: false })
}

/**
 * Asks the model what the facts did not say, or what the reader missed: the answer, or its failure, comes
 * back as an event, and nothing else of this chat is heard before.
 */
export function think(draft: Draft, heard: Heard, wanted: readonly string[] = []): void {
  const id = heard.evidence ?? draft.context.now
  const text = heard.text.slice(0, 1000)
  const { status } = draft.dialogue
  const as = draft.arrived === null ? {} : { as: draft.arrived }
  const question = { id, text, at: draft.context.now, status, held: false, wanted, ...as }
  patchDialogue(draft, { status: 'thinking', question })
  draft.effects.push({ kind: 'ask_llm', question: llmQuestion(draft.plain, question) })
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
