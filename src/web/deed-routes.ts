import type { RequestHandler, Router } from 'express'
import type { NamedChat } from '../channels/simulator/parse.js'
import type { Simulator } from '../channels/simulator/simulator.js'
import { message } from '../core/messages.js'
import { bodyProblem } from './body-problem.js'
import type { NotSaved, WebDeps } from './deps.js'
import { isLocal } from './guard.js'
import { notSavedText } from './not-saved-text.js'

/** What the page does with the bot itself: kill it, start over with somebody, keep a test. */
export function deedRoutes(router: Router, deps: WebDeps, simulator: Simulator): void {
  router.post('/kill', kill(deps))
  router.post('/reset', withProspect(deps, simulator, reset(deps)))
  router.post('/save-as-test', onlyHere(deps), withProspect(deps, simulator, saveAsTest(deps)))
}

function kill({ kill: die, messages }: WebDeps): RequestHandler {
  return (_request, response) => {
    if (die === null) {
      response.status(501).json({ error: message(messages, 'web.error.no_launcher') })
      return
    }
    // The answer has to be out: nothing leaves a process that is no more.
    response.once('finish', die)
    response.status(202).json({})
  }
}

type Answer = { readonly status: number; readonly body: object }

function reset(deps: WebDeps) {
  return async ({ phone }: NamedChat): Promise<Answer> => {
    await deps.reset(phone)
    return { status: 200, body: { now: deps.now().toISOString() } }
  }
}

function saveAsTest(deps: WebDeps) {
  return async ({ phone, name }: NamedChat): Promise<Answer> => {
    if (deps.saveAsTest === null) {
      return { status: 501, body: { error: message(deps.messages, 'web.error.no_tests') } }
    }
    const saved = await deps.saveAsTest(phone, name)
    if (saved.ok) return { status: 200, body: saved.value }
    const error = notSavedText(deps.messages, saved.error)
    return { status: STATUS[saved.error.kind], body: { error } }
  }
}

const STATUS: Record<NotSaved['kind'], number> = {
  nobody: 404,
  real_line: 409,
  model: 409,
  content: 409,
  differs: 409,
  unwritable: 409,
}

/** Does something with the chat in the body, which must not be one of the business's own. */
function withProspect(
  deps: WebDeps,
  simulator: Simulator,
  deed: (chat: NamedChat) => Promise<Answer>,
): RequestHandler {
  const { messages } = deps
  return async (request, response) => {
    const chat = simulator.readChat(request.body)
    if (!chat.ok) {
      response.status(400).json({ error: bodyProblem(messages, chat.error) })
    } else if (deps.business.staff.some((member) => member.phone === chat.value.phone)) {
      response.status(409).json({ error: message(messages, 'web.error.staff_phone') })
    } else {
      const { status, body } = await deed(chat.value)
      response.status(status).json(body)
    }
  }
}

/** Writing files is for whoever sits at this machine, also where others may look. */
function onlyHere({ messages }: WebDeps): RequestHandler {
  return (request, response, next) => {
    if (isLocal(request)) next()
    else response.status(403).json({ error: message(messages, 'web.error.save_remote') })
  }
}
