import type { LlmAnswer, LlmQuestion } from '../core/conversation/llm.js'
import { fold } from '../core/understanding/normalise.js'
import type { AskLlm, Transcribe } from '../llm/port.js'
import type { Transcript } from './transcript.js'

/** A model that knows a few answers by words of the question, and is out of reach for the rest. */
export function scripted(answers: NonNullable<Transcript['model']>): AskLlm {
  return async (question): Promise<LlmAnswer> => {
    const asked = fold(askedIn(question))
    const known = Object.entries(answers).find(
      ([words, answer]) => taskOf(answer) === question.task && asked.includes(fold(words)),
    )?.[1]
    if (known === undefined) return { ok: false, reason: 'unreachable' }
    return 'found' in known
      ? { ok: true, found: known.found }
      : { ok: true, text: known.text, facts: known.facts }
  }
}

type Scripted = NonNullable<Transcript['model']>[string]

function taskOf(answer: Scripted): LlmQuestion['task'] {
  return 'found' in answer ? 'extract' : answer.task
}

function askedIn(question: LlmQuestion): string {
  switch (question.task) {
    case 'answer':
    case 'extract':
      return question.text
    case 'summarise':
      return question.talk.map(({ text }) => text).join('\n')
    case 'draft':
      return question.wish
  }
}

/** Hears what is written down, one voice note after the other; the same one again says the same. */
export function scriptedEars(voices: readonly (string | null)[]): Transcribe {
  const heard = new Map<string, string | null>()
  return async ({ messageId }) => {
    const text = heard.get(messageId) ?? voices[heard.size] ?? null
    heard.set(messageId, text)
    return text === null ? { ok: false, reason: 'unreachable' } : { ok: true, text }
  }
}
