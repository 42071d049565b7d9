import type { ErrorRequestHandler, RequestHandler } from 'express'
import { type Messages, message } from '../core/messages.js'
import type { WebDeps } from './deps.js'

type Answer = { readonly status: number; readonly error: string }

/** The one place where a failed request becomes an answer: a status and a sentence, no trace. */
export function errorEdge({ messages, log }: WebDeps): ErrorRequestHandler {
  return (problem: unknown, _request, response, next) => {
    const answer = answerTo(problem, messages)
    if (answer.status >= 500) log.error({ error: problem }, 'request failed')
    if (response.headersSent) next(problem)
    else response.status(answer.status).json({ error: answer.error })
  }
}

/** What no route took. */
export function notFound({ messages }: WebDeps): RequestHandler {
  return (_request, response) => {
    response.status(404).json({ error: message(messages, 'web.error.not_found') })
  }
}

function answerTo(problem: unknown, messages: Messages): Answer {
  if (isStorage(problem)) return { status: 503, error: message(messages, 'web.error.storage') }
  switch (statusOf(problem)) {
    case 400:
      return { status: 400, error: message(messages, 'web.error.json') }
    case 413:
      return { status: 413, error: message(messages, 'web.error.too_large') }
    case 415:
      return { status: 415, error: message(messages, 'web.error.media_type') }
    default:
      return { status: 500, error: message(messages, 'web.error.internal') }
  }
}

// A full or locked disk: the caller may repeat the same request, nothing of it was kept.
function isStorage(problem: unknown): boolean {
  if (!(problem instanceof Error)) return false
  const sqlite = 'code' in problem && String(problem.code).startsWith('SQLITE_')
  return problem.name === 'DatabaseError' || sqlite || isStorage(problem.cause)
}

// Express and its body parser say on the error itself whose fault it was.
function statusOf(problem: unknown): number {
  return problem instanceof Error && 'status' in problem ? Number(problem.status) : 500
}
