import type { Request, RequestHandler } from 'express'
import { message } from '../core/messages.js'
import type { WebDeps } from './deps.js'

/**
 * Who may come in. Without `allowRemote` only this machine, and only by a loopback name: another
 * name means that some page points its own domain here. A POST from another origin is refused.
 */
export function guard({ messages, allowRemote }: WebDeps): RequestHandler {
  return (request, response, next) => {
    if (!allowRemote && !isLocal(request)) {
      response.status(403).json({ error: message(messages, 'web.error.remote') })
    } else if (isForeignPost(request)) {
      response.status(403).json({ error: message(messages, 'web.error.origin') })
    } else next()
  }
}

const LOOPBACK_NAME = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i
const LOOPBACK_ADDRESS = /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/

/** Whether a request comes from this machine, by a name that only this machine answers to. */
export function isLocal(request: Request): boolean {
  return (
    LOOPBACK_NAME.test(request.headers.host ?? '') &&
    LOOPBACK_ADDRESS.test(request.socket.remoteAddress ?? '')
  )
}

function isForeignPost(request: Request): boolean {
  const { origin, host } = request.headers
  if (origin === undefined || request.method === 'GET' || request.method === 'HEAD') return false
  return !URL.canParse(origin) || new URL(origin).host !== host?.toLowerCase()
}
