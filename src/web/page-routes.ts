import { type Response, Router } from 'express'
import type { WebDeps } from './deps.js'
import type { Html } from './html.js'
import { offPage } from './pages/off-page.js'
import { simulatorPage } from './pages/simulator-page.js'
import { whatsappPage } from './pages/whatsapp-page.js'

/** The pages for people. */
export function pageRoutes(deps: WebDeps): Router {
  const router = Router()
  router.get('/', async (_request, response) => {
    const { messages, business, simulator } = deps
    const { state } = await deps.whatsappStatus()
    sendPage(
      response,
      simulator === null ? offPage(messages, state) : simulatorPage(messages, business),
    )
  })
  router.get('/whatsapp', async (_request, response) => {
    sendPage(response, whatsappPage(deps.messages, await deps.whatsappStatus()))
  })
  router.get('/whatsapp/status', async (_request, response) => {
    response.set('Cache-Control', 'no-store').json(await deps.whatsappStatus())
  })
  return router
}

function sendPage(response: Response, page: Html): void {
  response.set('Cache-Control', 'no-store').type('html').send(page.markup)
}
