import { type Response, Router } from 'express'
import type { WebDeps } from './deps.js'
import type { Html } from './html.js'
import { offPage } from './pages/off-page.js'
import { simulatorPage } from './pages/simulator-page.js'
import { simulatorView } from './view/simulator-view.js'
import { wantedBy } from './wanted-by.js'

/** The pages for people. */
export function pageRoutes(deps: WebDeps): Router {
  const router = Router()
  router.get('/', async (request, response) => {
    const { messages, simulator } = deps
    if (simulator === null) {
      sendPage(response, offPage(messages, deps.whatsappStatus(), await deps.week()))
    } else {
      sendPage(response, simulatorPage(simulatorView(deps, simulator, wantedBy(request.query))))
    }
  })
  return router
}

function sendPage(response: Response, page: Html): void {
  response.set('Cache-Control', 'no-store').type('html').send(page.markup)
}
