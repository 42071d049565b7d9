import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const VITEST = fileURLToPath(new URL('../../../node_modules/vitest/vitest.mjs', import.meta.url))

/** A test that also runs in a size which takes too long for every day. */
export type BenchTest = {
  readonly path: string
  /** Asks for that size, and for one line about it in this file. */
  env(report: string): Readonly<Record<string, string>>
}

/** How the test ended, and what it printed. */
type TestRun = {
  readonly passed: boolean
  /** One JSON object, or null when the test did not get that far. */
  readonly line: string | null
  readonly printed: string
}

/** Runs the test in its full size. */
export async function benchByTest({ path, env }: BenchTest): Promise<TestRun> {
  const folder = mkdtempSync(join(tmpdir(), 'porquesi-bench-'))
  const report = join(folder, 'report.json')
  try {
    const { code, printed } = await runTest(path, env(report))
    return { passed: code === 0, line: readReport(report), printed }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function runTest(
  path: string,
  env: Readonly<Record<string, string>>,
): Promise<{ code: number | null; printed: string }> {
  const child = spawn(process.execPath, [VITEST, 'run', path], {
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
