import { basename } from 'node:path'
import type { Config } from '../../config.js'
import { type Messages, message } from '../../core/messages.js'
import type { Find, Finding } from './finding.js'

const PATIENCE_MS = 8_000

/** Asks the model that the settings name for one word, to see how it lets itself be asked. */
export async function checkModel(
  settings: Config['model'],
  find: Find,
  messages: Messages,
): Promise<readonly Finding[]> {
  if (settings === null) return [find.fine('doctor.model_off')]
  // Loaded only now: whoever has no model needs none of it.
  const [{ createModel }, { readPrompts, PromptError }] = await Promise.all([
    import('../../llm/model.js'),
    import('../../llm/read-prompts.js'),
  ])
  const { promptsDir, baseUrl, model } = settings
  try {
    const asked = createModel(settings, readPrompts(promptsDir), () => performance.now())
    const got = await asked.probe(AbortSignal.timeout(PATIENCE_MS))
    const params = { model, host: new URL(baseUrl).host, n: PATIENCE_MS / 1000 }
    if (!got.ok) return [find.notice(FAILURES[got.reason], params)]
    const way = message(messages, WAYS[got.value])
    return [find.fine('doctor.model', { ...params, way })]
  } catch (error) {
    if (!(error instanceof PromptError)) throw error
    return [find.fault('doctor.prompt', { file: basename(error.file) })]
  }
}

const FAILURES = {
  closed: 'doctor.model_closed',
  busy: 'doctor.model_busy',
  rejected: 'doctor.model_rejected',
  timeout: 'doctor.model_timeout',
  invalid: 'doctor.model_invalid',
} as const

const WAYS = {
  json_schema: 'doctor.model_ways.json_schema',
  json_object: 'doctor.model_ways.json_object',
  text: 'doctor.model_ways.text',
} as const
