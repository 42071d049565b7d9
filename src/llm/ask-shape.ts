import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { Chat, ChatMessage, ChatReply, Format } from './chat.js'

/** What is wanted of a model: what it is told, and the shape of what it must say. */
export type Wanted<T> = {
  readonly name: string
  readonly system: string
  readonly user: string
  readonly temperature: number
  readonly maxTokens: number
  readonly shape: z.ZodType<T>
}

export type Got<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: 'closed' | 'busy' | 'rejected' | 'timeout' | 'invalid' }

export type Rung = Format['kind']
const RUNGS: readonly Rung[] = ['json_schema', 'json_object', 'text']

type Asker = {
  /** Asks once, again once when the server had no time, and lets the model mend its answer once. */
  ask<T>(wanted: Wanted<T>, signal: AbortSignal, paid: (tokens: number) => void): Promise<Got<T>>
  /** The strictest way of asking that the server took; null before the first answer. */
  rung(): Rung | null
}

const PAUSE_MS = 200
const LONGEST_MENDED = 2_000

/** Asks a server for JSON of one shape, in the strictest way that it understands. */
export function createAsker(chat: Chat): Asker {
  // Strictest first; whatever the server rejects is not tried again.
  let at = 0
  let known = false

  const down = async (
    wanted: Wanted<unknown>,
    messages: readonly ChatMessage[],
    signal: AbortSignal,
  ): Promise<ChatReply> => {
    for (;;) {
      const rung = RUNGS[at] ?? 'text'
      const reply = await patiently(chat, { ...wanted, messages, rung }, signal)
      const refused = !reply.ok && reply.reason === 'rejected' && !known
      if (!refused || at === RUNGS.length - 1) {
        if (reply.ok) known = true
        // A wrong key or model is no reason to ask less strictly the next time.
        else if (!known) at = 0
        return reply
      }
      at += 1
    }
  }

  return {
    ask: async (wanted, signal, paid) => {
      const messages: ChatMessage[] = [
        { role: 'system', content: wanted.system },
        { role: 'user', content: wanted.user },
      ]
      let reply = await down(wanted, messages, signal)
      if (!reply.ok) return reply
      paid(reply.tokens)
      const first = read(reply.text, wanted.shape)
      if (first.ok) return first
      const mended = reply.text.slice(0, LONGEST_MENDED)
      messages.push({ role: 'assistant', content: mended }, { role: 'user', content: MEND })
      reply = await down(wanted, messages, signal)
      if (!reply.ok) return reply
      paid(reply.tokens)
      return read(reply.text, wanted.shape)
    },
    rung: () => (known ? (RUNGS[at] ?? 'text') : null),
  }
}

const MEND =
  'That was not the JSON object that was asked for. Answer with that object and nothing else.'

type Once = Wanted<unknown> & { readonly messages: readonly ChatMessage[]; readonly rung: Rung }

async function patiently(chat: Chat, wanted: Once, signal: AbortSignal): Promise<ChatReply> {
  const { messages, temperature, maxTokens } = wanted
  const request = { messages, temperature, maxTokens, format: formatOf(wanted) }
  const reply = await chat(request, signal)
  if (reply.ok || reply.reason !== 'busy') return reply
  await sleep(PAUSE_MS, undefined, { signal }).catch(() => undefined)
  return signal.aborted ? { ok: false, reason: 'timeout' } : chat(request, signal)
}

function formatOf({ name, shape, rung }: Once): Format {
  if (rung !== 'json_schema') return { kind: rung }
  return { kind: 'json_schema', name, schema: z.toJSONSchema(shape) }
}

/** Models that know no shapes put words and fences around the object. */
function read<T>(text: string, shape: z.ZodType<T>): Got<T> {
  const [begin, end] = [text.indexOf('{'), text.lastIndexOf('}')]
  if (begin < 0 || end < begin) return { ok: false, reason: 'invalid' }
  const parsed = shape.safeParse(parseOrNull(text.slice(begin, end + 1)))
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, reason: 'invalid' }
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
