import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { readConversation } from './conversation.js'
import { createRecorder, type Recorder } from './recorder.js'

/** What is measured, on one database file: the real turn with a channel that answers at once. */
export type BenchTarget = {
  /** Contact `contact` writes; resolves when the reply was handed to the channel. */
  receive(contact: number, message: number, text: string): Promise<void>
  /** Puts that many contacts with a past conversation into the database; other than `receive`'s. */
  seed(existing: number): Promise<void>
  /** Commits made since it was opened. */
  commits(): number
  /** Finishes what is under way and closes the file, checkpointed. `commits` still answers. */
  close(): Promise<void>
}

/** With a recorder, every write of the run is taken down. */
export type OpenTarget = (databasePath: string, recorder?: Recorder) => Promise<BenchTarget>

export type TurnsOptions = {
  readonly mode: 'seq' | 'flood'
  readonly contacts: number
  readonly messages: number
  readonly existing: number
}

type TurnsLine = {
  readonly bench: 'turns'
  readonly mode: 'seq' | 'flood'
  readonly contacts: number
  readonly existing: number
  readonly turnsPerSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly rssMb: number
  readonly limitTurnsPerSecond: number
  readonly ratioToLimit: number
  readonly commits: number
  readonly limitCommits: number
  /** Rows written by table, rewritten ones included: the same for the product and its limit. */
  readonly rows: { readonly [table: string]: number }
}

const BENCH = new URL('../../../bench/', import.meta.url)
const THINK_MS = 25
/** V8 compiles what runs often, little by little: a turn gets faster until the fifth run or so. */
const WARM_UPS = 4
/** The machine's speed drifts from one minute to the next: of several rounds the middle one counts. */
const ROUNDS = 3

/**
 * Measures `contacts` × `messages` turns of a warm process and, right after them and on the same
 * disk, raw better-sqlite3 making the same writes in the same commits (`bench/limit.mjs`). The
 * writes are taken down in a rehearsal of the same size.
 */
export async function benchTurns(options: TurnsOptions, open: OpenTarget): Promise<TurnsLine> {
  const folder = mkdtempSync(join(tmpdir(), 'porquesi-bench-'))
  const texts = readConversation()
  const inFolder = (name: string): string => join(folder, name)
  const [base, writes] = [inFolder('base.db'), inFolder('writes.json')]
  const copyOf = (name: string): string => {
    copyFileSync(base, inFolder(name))
    return inFolder(name)
  }
  try {
    for (let count = 0; count < WARM_UPS; count++) {
      await measure({ ...options, mode: 'flood' }, texts, await open(inFolder(`warm-${count}.db`)))
    }
    await use(open, base, (target) => target.seed(options.existing))
    await rehearse(options, texts, writes, (recorder) => open(copyOf('rehearsed.db'), recorder))
    const lines: TurnsLine[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const run = await measure(options, texts, await open(copyOf(`product-${round}.db`)))
      lines.push(lineOf(options, run, runLimit(copyOf(`limit-${round}.db`), writes, options)))
    }
    return middleOf(lines)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function middleOf(lines: readonly TurnsLine[]): TurnsLine {
  const sorted = lines.toSorted((a, b) => a.ratioToLimit - b.ratioToLimit)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined) throw new Error('nothing was measured')
  return middle
}

/** Apart, so that what it recorded is no longer in memory while the product is measured. */
async function rehearse(
  options: TurnsOptions,
  texts: readonly string[],
  writes: string,
  open: (recorder: Recorder) => Promise<BenchTarget>,
): Promise<void> {
  const recorder = createRecorder()
  await measure(options, texts, await open(recorder))
  recorder.save(writes)
}

type Run = { seconds: number; latencies: readonly number[]; commits: number; rssMb: number }

async function measure(
  { mode, contacts, messages }: TurnsOptions,
  texts: readonly string[],
  target: BenchTarget,
): Promise<Run> {
  const latencies: number[] = []
  const before = target.commits()
  const turn = async (contact: number, index: number): Promise<void> => {
    const sent = performance.now()
    await target.receive(contact, index, texts[index % texts.length] ?? '')
    latencies.push(performance.now() - sent)
  }
  const talk = async (contact: number): Promise<void> => {
    for (let index = 0; index < messages; index++) {
      if (index > 0) await sleep(THINK_MS)
      await turn(contact, index)
    }
  }
  const everybody = Array.from({ length: contacts }, (_, contact) => contact)
  const started = performance.now()
  if (mode === 'flood') await Promise.all(everybody.map(talk))
  else {
    for (let index = 0; index < messages; index++) {
      for (const contact of everybody) await turn(contact, index)
    }
  }
  const seconds = (performance.now() - started) / 1000
  const rssMb = Math.round(process.memoryUsage.rss() / 1024 / 1024)
  await target.close()
  return { seconds, latencies, commits: target.commits() - before, rssMb }
}

const counts = z.record(z.string(), z.number())
const limitAnswer = z.object({ turnsPerSecond: z.number(), commits: z.number(), rows: counts })
type Limit = z.infer<typeof limitAnswer>

function runLimit(path: string, writes: string, { contacts, messages }: TurnsOptions): Limit {
  return limitAnswer.parse(
    JSON.parse(script('limit.mjs', path, writes, String(contacts * messages))),
  )
}

function lineOf(options: TurnsOptions, run: Run, limit: Limit): TurnsLine {
  const turnsPerSecond = Math.round((options.contacts * options.messages) / run.seconds)
  const sorted = run.latencies.toSorted((a, b) => a - b)
  const quantile = (q: number): number =>
    Number((sorted[Math.floor((sorted.length - 1) * q)] ?? 0).toFixed(2))
  return {
    bench: 'turns',
    mode: options.mode,
    contacts: options.contacts,
    existing: options.existing,
    turnsPerSecond,
    p50Ms: quantile(0.5),
    p99Ms: quantile(0.99),
    rssMb: run.rssMb,
    limitTurnsPerSecond: limit.turnsPerSecond,
    ratioToLimit: Number((turnsPerSecond / limit.turnsPerSecond).toFixed(2)),
    commits: run.commits,
    limitCommits: limit.commits,
    rows: limit.rows,
  }
}

async function use(
  open: OpenTarget,
  path: string,
  action: (target: BenchTarget) => Promise<void>,
): Promise<void> {
  const target = await open(path)
  await action(target)
  await target.close()
}

function script(name: string, ...args: readonly string[]): string {
  const path = fileURLToPath(new URL(name, BENCH))
  return execFileSync(process.execPath, [path, ...args], { encoding: 'utf8' })
}
