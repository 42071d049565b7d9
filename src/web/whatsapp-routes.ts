import express, { Router } from 'express'
import { z } from 'zod'
import { message } from '../core/messages.js'
import type { WebDeps } from './deps.js'
import type { EventStream } from './event-stream.js'
import { jsonOnly } from './json-only.js'
import { whatsappPage } from './pages/whatsapp-page.js'

const BODY_LIMIT = 16 * 1024

/** A null or absent phone asks for a QR code. */
const linkBody = z.object({ phone: z.string().max(40).nullish() })

/** The real line: its page, its status for other programs, and what may be done about it. */
export function whatsappRoutes(deps: WebDeps, stream: EventStream): Router {
  const router = Router()
  const { messages, business, whatsapp } = deps
  router.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store')
    next()
  })
  router.get('/', (_request, response) => {
    const status = deps.whatsappStatus()
    const page = whatsappPage({
      messages,
      business,
      status,
      care: deps.lineCare(),
      aheadMs: whatsapp.aheadMs(),
      now: new Date(),
    })
    response.type('html').send(page.markup)
  })
  router.get('/status', (_request, response) => {
    response.json(deps.whatsappStatus())
  })
  router.get('/events', stream.handler)
  router.post('/{*path}', jsonOnly(deps, ''), express.json({ limit: BODY_LIMIT }))
  router.post('/link', async (request, response) => {
    const body = linkBody.safeParse(request.body)
    const phone = body.success ? body.data.phone?.trim() || null : null
    const linking = body.success ? await whatsapp.link(phone) : 'bad_phone'
    switch (linking) {
      case 'begun':
        return response.status(202).json(deps.whatsappStatus())
      case 'bad_phone':
        return response.status(400).json({ error: message(messages, 'web.whatsapp.bad_phone') })
      case 'clock_ahead':
        return response.status(409).json({ error: message(messages, 'web.whatsapp.clock_ahead') })
    }
  })
  router.post('/unlink', async (_request, response) => {
    await whatsapp.unlink()
    response.status(202).json(deps.whatsappStatus())
  })
  return router
}
