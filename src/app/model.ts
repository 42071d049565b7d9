import { createHash } from 'node:crypto'
import type { Config } from '../config.js'
import type { Business } from '../core/business/types.js'
import type { LlmAnswer, LlmQuestion } from '../core/conversation/events.js'
import { instantOf, isoOf, localTime } from '../core/schedule/local-time.js'
import { HOUR } from '../core/schedule/units.js'
import type { ContactId, Iso } from '../core/types.js'
import type { Model } from '../llm/model.js'
import type { AskLlm } from '../llm/port.js'
import type { Log } from '../log.js'
import { findAnswer, keepAnswer } from '../store/llm-answers.js'
import { beginCall, callsSince, endCall, tokensSince, triesOf } from '../store/llm-calls.js'
import type { Database } from '../store/sqlite/database.js'

type Deps = {
  readonly settings: NonNullable<Config['model']>
  readonly db: Database
  readonly now: () => Iso
  readonly business: () => Business
  readonly log: Log
}

/** A question that was under way at so many crashes is left to a person. */
const MOST_TRIES = 3
/** Letters that are one token, at the least: what a call may cost is set aside beforehand. */
const LETTERS = 3

/**
 * The model that the settings name, within its budgets. Its packages and prompts are loaded when it
 * is asked for the first time.
 */
export function openModel(deps: Deps): AskLlm {
  let loading: Promise<Model> | null = null
  return async (question, signal, contact) => {
    try {
      loading ??= load(deps.settings)
      return await askWithin(deps, await loading, { question, signal, contact })
    } catch (error) {
      loading = null
      deps.log.error({ error }, 'model failed')
      return { ok: false, reason: 'unreachable' }
    }
  }
}

async function load({ promptsDir, ...settings }: Deps['settings']): Promise<Model> {
  const [{ createModel }, { readPrompts }] = await Promise.all([
    import('../llm/model.js'),
    import('../llm/read-prompts.js'),
  ])
  return createModel(settings, readPrompts(promptsDir), () => performance.now())
}

type Asked = {
  readonly question: LlmQuestion
  readonly signal: AbortSignal
  readonly contact: ContactId
}

async function askWithin(deps: Deps, model: Model, asked: Asked): Promise<LlmAnswer> {
  const { question, signal, contact } = asked
  const { db, now, log } = deps
  const promptHash = model.prompts[question.task].hash
  const key = keyOf(contact, question, promptHash)
  const known = findAnswer(db, key)
  if (known !== null) return known
  if (isSpent(deps, asked)) return { ok: false, reason: 'spent' }
  const tokens = mostTokens(model, question)
  const call = { contactId: contact, task: question.task, question: question.id, tokens, at: now() }
  const id = await db.write(() => beginCall(db, call))
  const began = performance.now()
  let paid = 0
  const values = valuesOf(deps.business())
  const answer = await model.ask(question, values, signal, (more) => {
    paid += more
  })
  const ms = Math.round(performance.now() - began)
  const outcome = answer.ok ? 'ok' : answer.reason
  log.info({ code: outcome, ms, tokens: paid }, 'model asked')
  await db.write(() => {
    endCall(db, { id, tokens: paid, ms, outcome })
    if (answer.ok) {
      keepAnswer(db, { key, contactId: contact, promptHash, answer, tokens: paid, at: now() })
    }
  })
  return answer
}

/** By contact, their message and what the model is told: nobody's answer can be another's. */
function keyOf(contact: ContactId, question: LlmQuestion, promptHash: string): string {
  const parts = JSON.stringify([contact, question, promptHash])
  return createHash('sha256').update(parts).digest('hex')
}

function isSpent({ db, now, settings, business }: Deps, { question, contact }: Asked): boolean {
  const hourAgo = isoOf(Date.parse(now()) - HOUR)
  if (callsSince(db, contact, hourAgo) >= settings.callsPerContactHour) return true
  if (triesOf(db, contact, question.id) >= MOST_TRIES) return true
  if (settings.dailyTokens === null) return false
  const { timeZone } = business()
  const today = instantOf(localTime(now(), timeZone).day, 0, timeZone)
  return tokensSince(db, today) >= settings.dailyTokens
}

function mostTokens({ prompts }: Model, question: LlmQuestion): number {
  const { body, maxTokens } = prompts[question.task]
  const letters = body.length + JSON.stringify(question).length
  return Math.ceil(letters / LETTERS) + maxTokens
}

function valuesOf({ name, sells, treatment }: Business) {
  return { negocio: name, vende: sells, trato: treatment }
}
