import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const VITEST = fileURLToPath(new URL('../../../node_modules/vitest/vitest.mjs', import.meta.url))

/** The outcome of the kill test, as it wrote it, and what it printed. */
export type KillsRun = {
  readonly passed: boolean
  /** One JSON object, or null when the test did not get that far. */
  readonly line: string | null
  readonly printed: string
}

/** The kill test in its full size: at least `kills` times `SIGKILL` in the middle of conversations. */
export async function benchKills(kills: number): Promise<KillsRun> {
  const folder = mkdtempSync(join(tmpdir(), 'porquesi-kills-'))
  const report = join(folder, 'report.json')
  try {
    const { code, printed } = await runTest({ KILLS: String(kills), KILLS_REPORT: report })
    return { passed: code === 0, line: readReport(report), printed }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function runTest(env: Record<string, string>): Promise<{ code: number | null; printed: string }> {
  const child = spawn(process.execPath, [VITEST, 'run', 'test/kills'], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => printed.push(text))
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, printed: printed.join('') }))
  })
}

function readReport(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    // The test stopped before it had anything to report.
    return null
  }
}
