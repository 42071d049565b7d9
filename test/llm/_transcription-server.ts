import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** What a server was sent: a form with a file, as it came. */
export type Sent = { readonly path: string; readonly key: string; readonly form: string }

export type VoiceServer = { readonly url: string; readonly sent: Sent[] }

/** A server on loopback that answers `/v1/audio/transcriptions` in whatever manner it is told. */
export async function createVoiceServer(
  manner: (response: ServerResponse, nth: number) => void,
): Promise<VoiceServer> {
  const sent: Sent[] = []
  const server = createServer((request, response) => {
    void bodyOf(request).then((form) => {
      const { url: path = '', headers } = request
      sent.push({ path, key: headers.authorization ?? '', form })
      manner(response, sent.length)
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
  return { url: `http://127.0.0.1:${port}/v1`, sent }
}

/** The words, as a good server says them. */
export const words =
  (text: string) =>
  (response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ text }))
  }

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) body += Buffer.from(chunk).toString('latin1')
  return body
}
