import express, { type RequestHandler, Router } from 'express'
import type { BadBody } from '../channels/simulator/parse.js'
import type { Simulator } from '../channels/simulator/simulator.js'
import { message } from '../core/messages.js'
import type { Result } from '../core/types.js'
import { bodyProblem } from './body-problem.js'
import { deedRoutes } from './deed-routes.js'
import type { WebDeps } from './deps.js'
import type { EventStream } from './event-stream.js'
import { jsonOnly } from './json-only.js'
import { regions } from './pages/regions.js'
import { pageState } from './pages/simulator-page.js'
import { queryPhone, querySeq } from './query.js'
import { simulatorView } from './view/simulator-view.js'
import { wantedBy } from './wanted-by.js'

const BODY_LIMIT = 256 * 1024

/** The simulator over HTTP, as the README lists it, and the two calls its page adds. */
export function simulatorRoutes(deps: WebDeps, stream: EventStream): Router {
  const router = Router()
  const { simulator } = deps
  if (simulator === null) return router.use(simulatorOff(deps))
  router.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store')
    next()
  })
  router.post(
    '/{*path}',
    jsonOnly(deps, '/settle'),
    express.json({ limit: BODY_LIMIT, strict: false }),
  )
  postRoutes(router, deps, simulator)
  deedRoutes(router, deps, simulator)
  getRoutes(router, deps, simulator)
  router.get('/events', stream.handler)
  return router
}

function postRoutes(router: Router, deps: WebDeps, simulator: Simulator): void {
  const accepted = (result: Result<{ readonly id?: string }, BadBody>) =>
    result.ok
      ? { status: 202, body: result.value }
      : { status: 400, body: { error: bodyProblem(deps.messages, result.error) } }
  router.post('/messages', async (request, response) => {
    const { status, body } = accepted(await simulator.receive(request.body))
    response.status(status).json(body)
  })
  router.post('/human', async (request, response) => {
    const { status, body } = accepted(await simulator.humanWrites(request.body))
    response.status(status).json(body)
  })
  router.post('/typing', (request, response) => {
    const typed = simulator.personTypes(request.body)
    const { status, body } = accepted(typed.ok ? { ok: true, value: {} } : typed)
    response.status(status).json(body)
  })
  router.post('/read', async (request, response) => {
    const read = await simulator.personReads(request.body)
    const { status, body } = accepted(read.ok ? { ok: true, value: {} } : read)
    response.status(status).json(body)
  })
  router.post('/settle', async (_request, response) => {
    await deps.settle()
    response.json({ now: deps.now().toISOString() })
  })
  router.post('/clock', clock(deps, simulator))
}

function clock(deps: WebDeps, simulator: Simulator): RequestHandler {
  return async (request, response) => {
    const duration = simulator.readAdvance(request.body)
    if (!duration.ok) {
      response.status(400).json({ error: bodyProblem(deps.messages, duration.error) })
      return
    }
    const advanced = await deps.advance(duration.value)
    if ('now' in advanced) response.json(advanced)
    else response.status(409).json({ error: message(deps.messages, 'web.error.real_line') })
  }
}

function getRoutes(router: Router, deps: WebDeps, simulator: Simulator): void {
  router.get('/messages', (request, response) => {
    const to = queryPhone(request.query.to)
    const after = querySeq(request.query.after)
    if (to === null || after === null) {
      response.status(400).json({ error: message(deps.messages, 'web.error.query') })
      return
    }
    response.json({ messages: simulator.handedOver(to, after) })
  })
  router.get('/contacts/:phone', (request, response) => {
    const view = deps.contactView(request.params.phone)
    if (view === null || view === undefined) {
      response.status(404).json({ error: message(deps.messages, 'web.error.no_contact') })
    } else response.json(view)
  })
  router.get('/files/:hash', (request, response) => {
    const found = deps.sentFile(request.params.hash)
    if (found === null) {
      response.status(404).json({ error: message(deps.messages, 'web.error.no_file') })
      return
    }
    const { file, path } = found
    if (file.media === 'document') response.attachment(file.name)
    response.type(file.mime).sendFile(path, { dotfiles: 'allow' })
  })
  router.get('/view', (request, response) => {
    const view = simulatorView(deps, simulator, wantedBy(request.query))
    const parts = Object.entries(regions(view)).map(([name, { markup }]) => [name, markup])
    response.json({ ...pageState(view), regions: Object.fromEntries(parts) })
  })
}

function simulatorOff({ messages }: WebDeps): RequestHandler {
  return (_request, response) => {
    response.status(404).json({ error: message(messages, 'web.error.simulator_off') })
  }
}
