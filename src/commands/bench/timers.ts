import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App } from '../../app/app.js'
import { SIMULATOR } from '../../app/lines.js'
import { DAY } from '../../core/schedule/units.js'
import { openApp } from './target.js'

type TimersLine = {
  readonly bench: 'timers'
  readonly pending: number
  /** One beat when nothing is due: the middle and the slowest but one in a hundred. */
  readonly dueMs: number
  readonly p99Ms: number
}

const BEATS = 500
const GROUP = 10_000

/** Fills a database with timers that are due in the years to come and times the beat. */
export async function benchTimers(pending: number): Promise<TimersLine> {
  const folder = mkdtempSync(join(tmpdir(), 'porquesi-bench-'))
  const app = await openApp(join(folder, 'timers.db'))
  try {
    fill(app, pending)
    const times: number[] = []
    for (let beat = 0; beat < BEATS; beat += 1) {
      const begun = performance.now()
      await app.turns.fire()
      times.push(performance.now() - begun)
    }
    times.sort((a, b) => a - b)
    const at = (share: number) => Math.round(1000 * (times[Math.floor(share * BEATS)] ?? 0)) / 1000
    return { bench: 'timers', pending, dueMs: at(0.5), p99Ms: at(0.99) }
  } finally {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function fill(app: App, pending: number): void {
  const insert = app.db.raw.prepare(
    `insert into timers (id, contact_id, line_id, name, flow, step, due_at, status, created_at)
     values (?, ?, ?, 'check-in', 'after-sale', 'espera', ?, 'pending', ?)`,
  )
  const now = Date.parse(app.clock.iso())
  const group = app.db.raw.transaction((from: number, to: number) => {
    for (let i = from; i < to; i += 1) {
      // A minute apart, from tomorrow on.
      const due = new Date(now + DAY + i * 60_000).toISOString()
      insert.run(`bench.${i}`, `contact-${i}`, SIMULATOR, due, app.clock.iso())
    }
  })
  for (let from = 0; from < pending; from += GROUP) group(from, Math.min(pending, from + GROUP))
}
