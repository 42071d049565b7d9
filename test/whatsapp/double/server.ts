import {
  createServer as createHttpServer,
  type Server as HttpServer,
  type RequestListener,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'

const HOST = '127.0.0.1'

export type ServerOptions = {
  readonly onSocket: (socket: WebSocket) => void
  /** An HTTP status to turn the upgrade away with, if any. */
  readonly refuses: () => number | null
  /** Whatever else is asked over HTTP. */
  readonly onRequest: RequestListener
}

/** A plain WebSocket server on loopback that can stop and start again on the same port. */
export type Server = {
  readonly url: string
  /** Its address, with the port. */
  readonly host: string
  start(): Promise<void>
  /** Cuts every connection there is. */
  cut(): void
  /** Cuts every connection; whoever tries to connect is refused. */
  stop(): Promise<void>
}

export async function createServer({
  onSocket,
  refuses,
  onRequest,
}: ServerOptions): Promise<Server> {
  const sockets = new WebSocketServer({ noServer: true })
  const http = createHttpServer(onRequest)
  http.on('upgrade', (request, stream, head) => {
    const status = refuses()
    if (status !== null) return turnAway(stream, status)
    sockets.handleUpgrade(request, stream, head, (socket) => {
      // A client that vanishes in mid-sentence is an error to ws; to us it is one that has gone.
      socket.on('error', () => socket.terminate())
      onSocket(socket)
    })
  })
  const port = await listen(http, 0)
  const cut = (): void => {
    for (const socket of sockets.clients) socket.terminate()
  }
  return {
    cut,
    host: `${HOST}:${port}`,
    url: `ws://${HOST}:${port}/ws/chat`,
    async start() {
      if (!http.listening) await listen(http, port)
    },
    async stop() {
      cut()
      if (!http.listening) return
      await new Promise<void>((resolve) => http.close(() => resolve()))
    },
  }
}

function listen(http: HttpServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, HOST, () => {
      http.off('error', reject)
      resolve(portOf(http.address()))
    })
  })
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('expected a TCP port')
  return address.port
}

function turnAway(stream: Duplex, status: number): void {
  stream.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
