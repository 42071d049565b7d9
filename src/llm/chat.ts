import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai'
import { createClient } from './client.js'
import type { ModelSettings } from './port.js'

type ChatRequest = {
  readonly messages: readonly ChatMessage[]
  readonly temperature: number
  readonly maxTokens: number
  readonly format: Format
}

export type ChatMessage = {
  readonly role: 'system' | 'user' | 'assistant'
  readonly content: string
}

/** How the shape of the answer is asked for, the strictest first; not every server knows every way. */
export type Format =
  | { readonly kind: 'json_schema'; readonly name: string; readonly schema: object }
  | { readonly kind: 'json_object' }
  | { readonly kind: 'text' }

export type ChatReply =
  | { readonly ok: true; readonly text: string; readonly tokens: number }
  | { readonly ok: false; readonly reason: ChatFailure }

/**
 * `closed`: nobody listens there. `busy`: it is there and has no time. `rejected`: it will not take
 * such a request, whoever asks again.
 */
type ChatFailure = 'closed' | 'busy' | 'rejected' | 'timeout'

export type Chat = (request: ChatRequest, signal: AbortSignal) => Promise<ChatReply>

/** One call of `/chat/completions`; retries, shapes and limits are its callers' business. */
export function createChat(settings: ModelSettings): Chat {
  const { model } = settings
  const client = createClient(settings)
  return async ({ messages, temperature, maxTokens, format }, signal) => {
    try {
      const made = await client.chat.completions.create(
        {
          model,
          messages: [...messages],
          temperature,
          max_tokens: maxTokens,
          ...responseFormat(format),
        },
        { signal },
      )
      const text = made.choices?.[0]?.message?.content
      const tokens = made.usage?.total_tokens ?? 0
      return typeof text === 'string'
        ? { ok: true, text, tokens: Number.isFinite(tokens) ? tokens : 0 }
        : { ok: true, text: '', tokens: 0 }
    } catch (error) {
      return { ok: false, reason: signal.aborted ? 'timeout' : failureOf(error) }
    }
  }
}

function responseFormat(format: Format) {
  switch (format.kind) {
    case 'json_schema': {
      const schema = { ...format.schema }
      const described = { name: format.name, strict: true, schema }
      return { response_format: { type: 'json_schema' as const, json_schema: described } }
    }
    case 'json_object':
      return { response_format: { type: 'json_object' as const } }
    case 'text':
      return {}
  }
}

function failureOf(error: unknown): ChatFailure {
  if (error instanceof APIConnectionTimeoutError) return 'timeout'
  if (error instanceof APIConnectionError) return 'closed'
  if (error instanceof APIError && typeof error.status === 'number') {
    return error.status === 408 || error.status === 429 || error.status >= 500 ? 'busy' : 'rejected'
  }
  // What came was no answer of such a server: half a stream, a page, a megabyte.
  return 'busy'
}
