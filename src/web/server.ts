import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type Express } from 'express'
import { assetRoutes } from './asset-routes.js'
import type { WebDeps } from './deps.js'
import { errorEdge, notFound } from './error-edge.js'
import { type EventStream, eventStream } from './event-stream.js'
import { fontRoutes } from './font-routes.js'
import { guard } from './guard.js'
import { healthRoutes } from './health-routes.js'
import { pageRoutes } from './page-routes.js'
import { readingRoutes } from './reading-routes.js'
import { securityHeaders } from './security-headers.js'
import { simulatorRoutes } from './simulator-routes.js'
import { weekRoutes } from './week-routes.js'
import { whatsappRoutes } from './whatsapp-routes.js'

export type WebServer = {
  /** Rejects when the port cannot be had; `port` 0 takes a free one. */
  listen(port: number, host: string): Promise<{ readonly port: number; readonly url: string }>
  /** Ends live streams, waits for the answers under way (two seconds at most), frees the port. */
  close(): Promise<void>
}

const PATIENCE_MS = 2000

/** The one HTTP server of the app; it does not listen until told to. */
export function createServer(deps: WebDeps): WebServer {
  const stream = eventStream(deps)
  const app = createExpress(deps, stream)
  let server: Server | null = null
  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server = app.listen(port, host, (problem?: Error) => {
          if (problem === undefined) resolve(address(server?.address() ?? null, host))
          else reject(problem)
        })
      }),
    close: async () => {
      stream.close()
      if (server?.listening) await closeServer(server)
    },
  }
}

function createExpress(deps: WebDeps, stream: EventStream): Express {
  const app = express()
  app.disable('x-powered-by')
  app.use(securityHeaders)
  app.use(healthRoutes(deps))
  app.use(guard(deps))
  app.use(assetRoutes())
  app.use(fontRoutes())
  app.use(pageRoutes(deps))
  app.use('/lectura', readingRoutes(deps))
  app.use('/semana', weekRoutes(deps))
  app.use('/whatsapp', whatsappRoutes(deps, stream))
  app.use('/simulator', simulatorRoutes(deps, stream))
  app.use(notFound(deps))
  app.use(errorEdge(deps))
  return app
}

function address(bound: AddressInfo | string | null, host: string): { port: number; url: string } {
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0
  return { port, url: `http://${reachable(host)}:${port}` }
}

// A server that listens everywhere is best clicked at the address nearest to the hand.
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const last = setTimeout(() => server.closeAllConnections(), PATIENCE_MS)
    server.close(() => {
      clearTimeout(last)
      resolve()
    })
    server.closeIdleConnections()
  })
}
