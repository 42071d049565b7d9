import { Router } from 'express'
import type { WebDeps } from './deps.js'

/** What a supervisor asks, from wherever it runs: alive, ready, figures. */
export function healthRoutes(deps: WebDeps): Router {
  const router = Router()
  router.get('/healthz', (_request, response) => {
    response.json({ ok: true })
  })
  router.get('/readyz', (_request, response) => {
    const ready = deps.ready()
    response.status(ready.ok ? 200 : 503).json(ready)
  })
  router.get('/metrics', (_request, response) => {
    response.type('text/plain; version=0.0.4').send(deps.metrics())
  })
  return router
}
