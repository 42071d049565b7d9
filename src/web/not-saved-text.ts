import { type Messages, message } from '../core/messages.js'
import { unreachable } from '../core/types.js'
import type { NotSaved } from './deps.js'

/** Why a conversation could not become a test, and what to do instead. */
export function notSavedText(messages: Messages, problem: NotSaved): string {
  switch (problem.kind) {
    case 'nobody':
      return message(messages, 'web.not_saved.nobody')
    case 'real_line':
      return message(messages, 'web.not_saved.real_line')
    case 'model':
      return message(messages, 'web.not_saved.model')
    case 'content':
      return message(messages, 'web.not_saved.content')
    case 'differs': {
      const { line, expected, got } = problem
      const [before, now] = [shortened(expected), shortened(got)]
      return message(messages, 'web.not_saved.differs', { line, expected: before, got: now })
    }
    case 'unwritable':
      return message(messages, 'web.not_saved.unwritable', { folder: problem.folder })
    default:
      return unreachable(problem)
  }
}

const MOST = 160

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > MOST ? `${line.slice(0, MOST).trimEnd()}…` : line
}
