import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startProduct } from './product.js'

export type StartLine = {
  readonly bench: 'start'
  readonly runs: number
  /** Median from the start of the process to ready. */
  readonly readyMs: number
  /** Median of the resident memory once at rest; null where the system does not tell. */
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
    const rssMb = residentMb(product.pid)
    if (rssMb !== null) memory.push(rssMb)
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
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]
    return kilobytes === undefined ? null : Number(kilobytes) / 1024
  } catch {
    // Only Linux has /proc.
    return null
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
