import type { RequestHandler, Response } from 'express'
import { message } from '../core/messages.js'
import type { WebDeps } from './deps.js'

export type EventStream = {
  /** Keeps the answer open and writes `change` whenever something changed. */
  readonly handler: RequestHandler
  close(): void
}

const MOST = 64
const GATHER_MS = 40
const BEAT_MS = 20_000

/** Server-sent events without content: a page that hears one fetches what it shows. */
export function eventStream({ messages, subscribe }: WebDeps): EventStream {
  const open = new Map<Response, () => void>()
  return {
    handler: (_request, response) => {
      if (open.size >= MOST) {
        response.status(503).json({ error: message(messages, 'web.error.streams') })
        return
      }
      response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
      response.write('retry: 1000\n\n')
      const stop = feed(response, subscribe)
      open.set(response, stop)
      response.on('close', () => {
        stop()
        open.delete(response)
      })
    },
    close: () => {
      for (const [response, stop] of open) {
        stop()
        response.end()
      }
      open.clear()
    },
  }
}

// One turn changes many things at once; a slow reader needs to hear only the last.
function feed(response: Response, subscribe: WebDeps['subscribe']): () => void {
  let gathering: NodeJS.Timeout | null = null
  const write = (text: string): void => {
    if (!response.writableNeedDrain) response.write(text)
  }
  const unsubscribe = subscribe(() => {
    gathering ??= setTimeout(() => {
      gathering = null
      write('event: change\ndata: {}\n\n')
    }, GATHER_MS)
  })
  const beat = setInterval(() => write(':\n\n'), BEAT_MS)
  return () => {
    unsubscribe()
    clearInterval(beat)
    if (gathering !== null) clearTimeout(gathering)
  }
}
