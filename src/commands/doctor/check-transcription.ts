import type { Config } from '../../config.js'
import type { Find, Finding } from './finding.js'

const PATIENCE_MS = 8_000

/** Lets the server that the settings name for voice notes listen to a moment of silence. */
export async function checkTranscription(
  settings: Config['transcription'],
  find: Find,
): Promise<readonly Finding[]> {
  if (settings === null) return []
  const { createTranscriber } = await import('../../llm/transcribe.js')
  const { baseUrl, model } = settings
  const { hear } = createTranscriber(settings, () => performance.now())
  const silence = { bytes: silentWave(), mime: 'audio/wav' }
  const heard = await hear(silence, AbortSignal.timeout(PATIENCE_MS))
  const params = { model, host: new URL(baseUrl).host, n: PATIENCE_MS / 1000 }
  // Who hears nothing in silence hears well.
  if (heard.ok || heard.reason === 'invalid') return [find.fine('doctor.voice', params)]
  if (heard.reason === 'timeout') return [find.notice('doctor.voice_timeout', params)]
  return heard.reason === 'refused'
    ? [find.notice('doctor.voice_rejected', params)]
    : [find.notice('doctor.voice_closed', params)]
}

const RATE = 8_000
const SAMPLES = RATE / 2

/** Half a second of nothing: one channel of eight bits. */
function silentWave(): Uint8Array {
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + SAMPLES, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(RATE, 24)
  head.writeUInt32LE(RATE, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(SAMPLES, 40)
  return Buffer.concat([head, Buffer.alloc(SAMPLES, 128)])
}
