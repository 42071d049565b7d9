import type { RequestHandler } from 'express'
import { message } from '../core/messages.js'
import type { WebDeps } from './deps.js'

/**
 * Only JSON comes in: a form on some web page cannot send it. `bare` names a path that may also be
 * asked for without any body.
 */
export function jsonOnly({ messages }: WebDeps, bare: string): RequestHandler {
  return (request, response, next) => {
    const { 'content-type': type = '', 'content-length': length = '0' } = request.headers
    const empty =
      type === '' && length === '0' && request.headers['transfer-encoding'] === undefined
    const json = /^application\/json\s*(?:;|$)/i.test(type)
    if (json || (empty && request.path === bare)) next()
    else response.status(415).json({ error: message(messages, 'web.error.media_type') })
  }
}
