import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startProduct } from './product.js'

type StartLine = {
  readonly bench: 'start'
  readonly runs: number
  /** Median from the start of the process to ready. */
  readonly readyMs: number
  /**
   * Median of the memory once at rest: what is resident of the bot, and what the launcher above it
   * holds besides the pages that both share. Null where the system does not tell.
   */
  readonly rssMb: number | null
}

const AT_REST_AFTER_MS = 500

/** Starts what is built `runs` times, each on a database of its own that does not exist yet. */
export async function benchStart(runs: number): Promise<StartLine> {
  const ready: number[] = []
  const memory: number[] = []
  for (let run = 0; run < runs; run++) {
    const folder = mkdtempSync(join(tmpdir(), 'porquesi-bench-'))
    const product = await startProduct({ DATABASE_URL: `sqlite:${join(folder, 'bench.db')}` })
    ready.push(product.readyMs)
    await sleep(AT_REST_AFTER_MS)
    const [bot, launcher] = [residentMb(product.pid), privateMb(product.launcherPid)]
    if (bot !== null && launcher !== null) memory.push(bot + launcher)
    await product.stop('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
  return {
    bench: 'start',
    runs,
    readyMs: Math.round(median(ready)),
    rssMb: memory.length > 0 ? Math.round(median(memory)) : null,
  }
}

function residentMb(pid: number): number | null {
  return megabytes(`/proc/${pid}/status`, /^VmRSS:\s+(\d+) kB$/gm)
}

function privateMb(pid: number): number | null {
  return megabytes(`/proc/${pid}/smaps_rollup`, /^Private_(?:Clean|Dirty):\s+(\d+) kB$/gm)
}

/** The sum of the kilobytes that a pattern finds in a file, in megabytes. */
function megabytes(path: string, pattern: RegExp): number | null {
  try {
    const found = [...readFileSync(path, 'utf8').matchAll(pattern)]
    const kilobytes = found.reduce((sum, [, part]) => sum + Number(part), 0)
    return found.length === 0 ? null : kilobytes / 1024
  } catch {
    // Only Linux has /proc.
    return null
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
