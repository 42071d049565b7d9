import { Router } from 'express'
import type { WebDeps } from './deps.js'
import { weekPage, weekPart } from './pages/week-page.js'

/** The week by itself, and as a part for the page that shows it in a dialog. */
export function weekRoutes(deps: WebDeps): Router {
  const router = Router()
  router.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store')
    next()
  })
  router.get('/', async (_request, response) => {
    const { messages } = deps
    const week = await deps.week()
    const line = deps.whatsappStatus()
    response.type('html').send(weekPage({ messages, line, week }).markup)
  })
  router.get('/part', async (_request, response) => {
    response.json({ markup: weekPart(await deps.week(), deps.messages).markup })
  })
  return router
}
