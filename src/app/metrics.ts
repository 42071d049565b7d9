import type { BaileysChannel } from '../channels/baileys/baileys.js'
import type { Clock } from '../clock.js'
import { isoOf } from '../core/schedule/local-time.js'
import { DAY } from '../core/schedule/units.js'
import { callFigures } from '../store/llm-calls.js'
import { queueDepths } from '../store/queue-depths.js'
import type { Database } from '../store/sqlite/database.js'
import { nextDueAt } from '../store/timers.js'
import { turnCount } from '../store/turn-counts.js'

/** Prometheus text: what waits, how much was written, and how far the clock was moved. */
export function createMetrics(
  db: Database,
  clock: Clock,
  whatsapp: Pick<BaileysChannel, 'status'>,
): () => string {
  const started = performance.now()
  return () => {
    const { inbox, outbox, timers } = queueDepths(db)
    const due = nextDueAt(db)
    const late = due === null ? 0 : Math.max(0, (clock.now().getTime() - Date.parse(due)) / 1000)
    return [
      gauge('porquesi_up_seconds', 'Seconds since start.', (performance.now() - started) / 1000),
      gauge('porquesi_inbox_pending', 'Messages received and not yet answered.', inbox),
      gauge('porquesi_outbox_unfinished', 'Messages not yet handed over.', outbox),
      gauge('porquesi_timers_pending', 'Timers waiting.', timers),
      gauge('porquesi_timers_late_seconds', 'How long the oldest due timer waits.', late),
      gauge('porquesi_commits_total', 'Group commits since start.', db.commits()),
      gauge('porquesi_clock_offset_seconds', 'How far the clock was moved.', clock.offset() / 1000),
      ...whatsappFigures(whatsapp),
      ...modelFigures(db, clock.now()),
      gauge('process_resident_memory_bytes', 'Resident memory.', process.memoryUsage.rss()),
    ].join('')
  }
}

function whatsappFigures({ status }: Pick<BaileysChannel, 'status'>): readonly string[] {
  const { hears, figures } = status()
  const { connections, unreadable, lost } = figures
  return [
    gauge('porquesi_whatsapp_hears', 'Connected to WhatsApp and hearing it.', hears ? 1 : 0),
    gauge('porquesi_whatsapp_connections_total', 'Connections begun.', connections),
    gauge('porquesi_whatsapp_unreadable_total', 'Messages that could not be opened.', unreadable),
    gauge('porquesi_whatsapp_unread_total', 'Messages whose content never came.', lost),
  ]
}

function modelFigures(db: Database, now: Date): readonly string[] {
  const { calls, turns, voices, failed, refused, tokens, ms } = callFigures(db, EVER)
  const dayAgo = isoOf(now.getTime() - DAY)
  const today = turnCount(db, dayAgo, isoOf(now.getTime() + 1))
  const share = today === 0 ? 0 : callFigures(db, dayAgo).turns / today
  return [
    gauge('porquesi_model_calls_total', 'Questions put to the language model.', calls),
    gauge('porquesi_model_failures_total', 'Those that got no usable answer.', failed),
    gauge('porquesi_model_refusals_total', 'Answers that were not said.', refused),
    gauge('porquesi_model_turns_total', 'Turns that waited for it.', turns),
    gauge('porquesi_model_turn_share', 'Their share of the turns of a day.', share),
    gauge('porquesi_voice_notes_total', 'Voice notes put to a server.', voices),
    gauge('porquesi_model_tokens_total', 'Tokens paid for.', tokens),
    gauge('porquesi_model_seconds_total', 'Time it took to answer.', ms / 1000),
  ]
}

const EVER = isoOf(0)

function gauge(name: string, help: string, value: number): string {
  const type = name.endsWith('_total') ? 'counter' : 'gauge'
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${name} ${Number(value.toFixed(3))}\n`
}
