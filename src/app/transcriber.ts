import { readFile } from 'node:fs/promises'
import type { Config } from '../config.js'
import { isoOf } from '../core/schedule/local-time.js'
import { HOUR } from '../core/schedule/units.js'
import type { Iso } from '../core/types.js'
import type { Heard, Transcribe } from '../llm/port.js'
import type { Transcriber } from '../llm/transcribe.js'
import type { Log } from '../log.js'
import { beginCall, callsSince, endCall, triesOf } from '../store/llm-calls.js'
import type { Database } from '../store/sqlite/database.js'

type Deps = {
  readonly settings: NonNullable<Config['transcription']>
  readonly db: Database
  readonly now: () => Iso
  readonly log: Log
}

/** A voice note that was under way at so many crashes is left to a person. */
const MOST_TRIES = 3
/** Five minutes of speech are about one megabyte. */
const MOST_BYTES = 5 * 1024 ** 2

/**
 * The server that the settings name for voice notes, within the limit of calls for one person. Its
 * package is loaded when something is to be heard for the first time.
 */
export function openTranscriber(deps: Deps): Transcribe {
  let loading: Promise<Transcriber> | null = null
  return async (voice, signal) => {
    try {
      loading ??= load(deps.settings)
      return await hearWithin(deps, await loading, voice, signal)
    } catch (error) {
      loading = null
      deps.log.error({ error }, 'voice note not heard')
      return { ok: false, reason: 'unreachable' }
    }
  }
}

async function load(settings: Deps['settings']): Promise<Transcriber> {
  const { createTranscriber } = await import('../llm/transcribe.js')
  return createTranscriber(settings, () => performance.now())
}

async function hearWithin(
  { settings, db, now, log }: Deps,
  transcriber: Transcriber,
  { contactId, messageId, path, mime }: Parameters<Transcribe>[0],
  signal: AbortSignal,
): Promise<Heard> {
  const hourAgo = isoOf(Date.parse(now()) - HOUR)
  if (callsSince(db, contactId, hourAgo) >= settings.callsPerContactHour) return SPENT
  if (triesOf(db, contactId, messageId) >= MOST_TRIES) return SPENT
  const bytes = await readFile(path)
  if (bytes.length > MOST_BYTES) return { ok: false, reason: 'refused' }
  const call = { contactId, task: 'transcribe', question: messageId, tokens: 0, at: now() }
  const id = await db.write(() => beginCall(db, call))
  const began = performance.now()
  const heard = await transcriber.hear({ bytes, mime }, signal)
  const ms = Math.round(performance.now() - began)
  const outcome = heard.ok ? 'ok' : heard.reason
  log.info({ code: outcome, ms }, 'voice note heard')
  await db.write(() => endCall(db, { id, tokens: 0, ms, outcome }))
  return heard
}

const SPENT: Heard = { ok: false, reason: 'spent' }
