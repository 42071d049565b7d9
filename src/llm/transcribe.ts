import { APIConnectionError, APIConnectionTimeoutError, APIError, toFile } from 'openai'
import { type Breaker, createBreaker } from './breaker.js'
import { createClient } from './client.js'
import type { Heard, ModelSettings } from './port.js'

/** A file in the words of its sender, as it came. */
type Voice = { readonly bytes: Uint8Array; readonly mime: string }

export type Transcriber = {
  /** The words of a voice note, or why there are none. */
  hear(voice: Voice, signal: AbortSignal): Promise<Heard>
}

/** Nobody speaks so long in the time that is heard. */
const LONGEST = 6_000

/** `/audio/transcriptions` of a compatible server. `now` is in ms, and steady. */
export function createTranscriber(settings: ModelSettings, now: () => number): Transcriber {
  const { model } = settings
  const client = createClient(settings)
  const breaker = createBreaker(now)
  return {
    hear: async ({ bytes, mime }, signal) => {
      if (!breaker.lets()) return { ok: false, reason: 'unreachable' }
      try {
        const file = await toFile(bytes, fileName(mime), { type: plainType(mime) })
        const made: unknown = await client.audio.transcriptions.create(
          { file, model, response_format: 'json' },
          { signal },
        )
        breaker.worked()
        return heardIn(made)
      } catch (error) {
        return failed(error, signal, breaker)
      }
    },
  }
}

/** One line of what can be read, without what no voice says. */
function heardIn(made: unknown): Heard {
  const text = typeof made === 'object' && made !== null && 'text' in made ? made.text : null
  if (typeof text !== 'string') return { ok: false, reason: 'invalid' }
  const words = text
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const says = /[\p{L}\p{N}]/u.test(words) && words.length <= LONGEST
  return says ? { ok: true, text: words } : { ok: false, reason: 'invalid' }
}

function failed(error: unknown, signal: AbortSignal, breaker: Breaker): Heard {
  if (signal.aborted || error instanceof APIConnectionTimeoutError) {
    breaker.failed('closed')
    return { ok: false, reason: 'timeout' }
  }
  if (error instanceof APIConnectionError) {
    breaker.failed('closed')
    return { ok: false, reason: 'unreachable' }
  }
  breaker.failed('once')
  const status = error instanceof APIError ? error.status : undefined
  const refuses = status !== undefined && status < 500 && status !== 408 && status !== 429
  return { ok: false, reason: refuses ? 'refused' : 'unreachable' }
}

function plainType(mime: string): string {
  return mime.split(';')[0]?.trim() || 'audio/ogg'
}

/** Servers tell a format by the end of its name. */
function fileName(mime: string): string {
  const type = plainType(mime)
  const ending = ENDINGS.find(([known]) => type.includes(known))?.[1] ?? 'ogg'
  return `voice.${ending}`
}

const ENDINGS = [
  ['ogg', 'ogg'],
  ['mp4', 'm4a'],
  ['m4a', 'm4a'],
  ['mpeg', 'mp3'],
  ['wav', 'wav'],
  ['amr', 'amr'],
] as const
