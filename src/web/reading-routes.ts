import { Router } from 'express'
import type { WebDeps } from './deps.js'
import { readingPage } from './pages/reading-page.js'
import { askedBy } from './reading-asked.js'
import { readingView } from './view/reading-view.js'

/** Where anybody can try what the bot understands. Nothing of it is stored. */
export function readingRoutes(deps: WebDeps): Router {
  const router = Router()
  router.get('/', (request, response) => {
    const { messages, business, reading } = deps
    const asked = askedBy(request.query, reading.countries, business.country)
    const { text, country } = asked
    const frame = { messages, business, country }
    const view =
      text.trim() === '' ? null : readingView(reading.explain(text, asked.question, country), frame)
    const line = deps.whatsappStatus()
    const page = readingPage({ messages, line, asked, countries: reading.countries, view })
    response.set('Cache-Control', 'no-store').type('html').send(page.markup)
  })
  return router
}
