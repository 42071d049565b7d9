import type { BadBody } from '../channels/simulator/parse.js'
import { type Messages, message } from '../core/messages.js'

type Problem = BadBody['problem']

/** A bad body in words: what, where, and how to mend it. */
export function bodyProblem(messages: Messages, { problem, at }: BadBody): string {
  if (problem === 'not_object' && at === '') return message(messages, 'web.body.not_object')
  return SENTENCES[problem](messages, at)
}

type Sentence = (messages: Messages, path: string) => string

const SENTENCES: Record<Problem, Sentence> = {
  not_object: (messages, path) => message(messages, 'web.body.object', { path }),
  missing: (messages, path) => message(messages, 'web.body.missing', { path }),
  type: (messages, path) => message(messages, 'web.body.type', { path }),
  text: (messages, path) => message(messages, 'web.body.text', { path }),
  empty: (messages, path) => message(messages, 'web.body.empty', { path }),
  long: (messages, path) => message(messages, 'web.body.long', { path }),
  phone: (messages, path) => message(messages, 'web.body.phone', { path }),
  number: (messages, path) => message(messages, 'web.body.number', { path }),
  date: (messages, path) => message(messages, 'web.body.date', { path }),
  duration: (messages, path) => message(messages, 'web.body.duration', { path }),
  no_content: (messages) => message(messages, 'web.body.no_content'),
  many_contents: (messages) => message(messages, 'web.body.many_contents'),
  unknown_choice: (messages) => message(messages, 'web.body.unknown_choice'),
}
