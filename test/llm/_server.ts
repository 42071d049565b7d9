import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export type Asked = {
  readonly model: string
  readonly messages: readonly { readonly role: string; readonly content: string }[]
  readonly response_format?: { readonly type: string }
}

/** What a server does with one request; `say` is an answer as a good one gives it. */
export type Manner = (asked: Asked, response: ServerResponse, say: (text: string) => void) => void

export type ModelServer = {
  readonly url: string
  readonly asked: Asked[]
  /** The keys it was shown. */
  readonly keys: string[]
}

/** A server on loopback that answers `/v1/chat/completions` in whatever manner it is told. */
export async function createModelServer(manner: Manner): Promise<ModelServer> {
  const asked: Asked[] = []
  const keys: string[] = []
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      keys.push(request.headers.authorization ?? '')
      if (request.url !== '/v1/chat/completions') return void response.writeHead(404).end('{}')
      const one = JSON.parse(body) as Asked
      asked.push(one)
      manner(one, response, (text) => {
        response.writeHead(200, { 'content-type': 'application/json' })
        response.end(completion(text))
      })
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/v1`, asked, keys }
}

export function completion(text: string): string {
  return JSON.stringify({
    id: 'x',
    object: 'chat.completion',
    created: 1,
    model: 'm',
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: text } }],
    usage: { prompt_tokens: 90, completion_tokens: 10, total_tokens: 100 },
  })
}

/** What the model was given as data: facts and the person's words. */
export function dataOf({ messages }: Asked): {
  readonly datos: readonly { readonly id: string; readonly text: string }[]
  readonly pregunta: string
} {
  return JSON.parse(messages.find(({ role }) => role === 'user')?.content ?? '{}')
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  return body
}
