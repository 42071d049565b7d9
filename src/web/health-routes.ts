import { Router } from 'express'
import type { WebDeps } from './deps.js'

/** What a supervisor asks, from wherever it runs: alive, ready, figures. */
export function healthRoutes(deps: WebDeps): Router {
  const router = Router()
  router.get('/healthz', (_request, response) => {
    response.json({ ok: true })
  })
  router.get('/readyz', async (_request, response) => {
    const ready = await deps.ready()
    response.status(ready.ok ? 200 : 503).json(ready)
  })
  router.get('/metrics', async (_request, response) => {
    response.type('text/plain; version=0.0.4').send(await deps.metrics())
  })
  return router
}
