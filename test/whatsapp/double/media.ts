import { createDecipheriv, hkdfSync } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import https from 'node:https'
import { connect } from 'node:net'

/** Where WhatsApp keeps files: whatever clients put there, sealed, by its path. */
export type MediaStore = {
  /** Known once the server listens. */
  host: string
  readonly kept: Map<string, Buffer>
  /** Turns uploads away, as a busy server does. */
  refuses: boolean
  take(request: IncomingMessage, response: ServerResponse): Promise<void>
}

export function createMediaStore(): MediaStore {
  const kept = new Map<string, Buffer>()
  const store: MediaStore = {
    host: '',
    kept,
    refuses: false,
    async take(request, response) {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk)
      if (request.method !== 'POST' || store.refuses) {
        response.writeHead(503).end('{}')
        return
      }
      const path = `/v/${kept.size}.enc`
      kept.set(path, Buffer.concat(chunks))
      const url = `https://${store.host}${path}`
      response.end(JSON.stringify({ url, direct_path: path }))
    },
  }
  return store
}

/**
 * Lets this process speak to hosts of the double without their certificates: WhatsApp's own are nobody's here.
 * Gives the way back.
 */
export function trustDouble(): () => void {
  const before = https.globalAgent
  https.globalAgent = Object.assign(new https.Agent(), {
    createConnection: ({ host, port }: { host: string; port: number }) => connect({ host, port }),
  })
  return () => {
    https.globalAgent = before
  }
}

const INFO = { image: 'WhatsApp Image Keys', document: 'WhatsApp Document Keys' } as const
const SEAL_BYTES = 10

/** The bytes of a file that somebody was sent, opened with the key that came with it. */
export function openSealed(sealed: Buffer, key: Uint8Array, kind: keyof typeof INFO): Buffer {
  const keys = Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), INFO[kind], 112))
  const cipher = createDecipheriv('aes-256-cbc', keys.subarray(16, 48), keys.subarray(0, 16))
  return Buffer.concat([cipher.update(sealed.subarray(0, -SEAL_BYTES)), cipher.final()])
}
