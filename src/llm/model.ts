import { z } from 'zod'
import type { LlmAnswer, LlmQuestion } from '../core/conversation/events.js'
import { createAsker, type Got, type Rung, type Wanted } from './ask-shape.js'
import { createBreaker } from './breaker.js'
import { createChat } from './chat.js'
import type { ModelSettings } from './port.js'
import { type Prompt, renderPrompt, type Task } from './prompt.js'
import { answerOf, dataOf, SHAPES } from './tasks.js'

export type Prompts = { readonly [T in Task]: Prompt }

/** What the prompts may say of the business, by the names in them. */
type Values = { readonly [name: string]: string }

export type Model = {
  readonly prompts: Prompts
  ask(
    question: LlmQuestion,
    values: Values,
    signal: AbortSignal,
    paid: (tokens: number) => void,
  ): Promise<LlmAnswer>
  /** How strictly the server lets itself be asked, or why it cannot be. For `doctor`. */
  probe(signal: AbortSignal): Promise<Got<Rung>>
}

/** A model of a compatible server, with the four things that it is asked for. */
export function createModel(settings: ModelSettings, prompts: Prompts, now: () => number): Model {
  const breaker = createBreaker(now)
  const asker = createAsker(createChat(settings))

  const ask = async <T>(wanted: Wanted<T>, signal: AbortSignal, paid: (tokens: number) => void) => {
    if (!breaker.lets()) return { ok: false, reason: 'closed' } as const
    const got = await asker.ask(wanted, signal, paid)
    // What it says may be nonsense: it is there all the same.
    if (got.ok || got.reason === 'invalid') breaker.worked()
    else breaker.failed(got.reason === 'closed' || got.reason === 'timeout' ? 'closed' : 'once')
    return got
  }

  return {
    prompts,
    ask: async (question, values, signal, paid) => {
      const { task } = question
      const told = { ...base(prompts[task], values), user: dataOf(question), shape: SHAPES[task] }
      const got = await ask(told, signal, paid)
      return got.ok ? answerOf(got.value) : { ok: false, reason: REASONS[got.reason] }
    },
    probe: async (signal) => {
      const shape = z.strictObject({ ok: z.boolean() })
      const wanted = {
        name: 'probe',
        system: PROBE,
        user: PROBE,
        temperature: 0,
        maxTokens: 20,
        shape,
      }
      const got = await asker.ask(wanted, signal, () => undefined)
      return got.ok ? { ok: true, value: asker.rung() ?? 'text' } : got
    },
  }
}

const PROBE = 'Answer with this JSON object and nothing else: {"ok": true}'

const REASONS = {
  closed: 'unreachable',
  busy: 'unreachable',
  rejected: 'refused',
  timeout: 'timeout',
  invalid: 'invalid',
} as const

function base({ task, temperature, maxTokens, body }: Prompt, values: Values) {
  return { name: task, system: renderPrompt({ body }, values), temperature, maxTokens }
}
