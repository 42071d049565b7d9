import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { readConversation } from '../../src/commands/bench/conversation.js'
import { type Product, startProduct } from '../../src/commands/bench/product.js'
import { randomFrom } from '../random.js'
import { answered, type Bubble, bubblesOf, type Known, knownOf, post, settle } from './phones.js'

export type Size = {
  readonly kills: number
  /** Of them, at least so many while something was unfinished. */
  readonly unfinished: number
  /** Stops trying to hit unfinished rows after so many kills. */
  readonly mostKills: number
  readonly seed: number
}

/** One conversation as its phone and the bot tell it afterwards. */
export type Told = {
  readonly phone: string
  readonly bubbles: readonly Bubble[]
  readonly known: Known
}

export type Outcome = {
  readonly kills: number
  readonly unfinishedKills: number
  readonly readyMs: readonly number[]
  /** Undisturbed, one before and one after: greetings and promises follow the clock. */
  readonly references: readonly [Told, Told]
  readonly conversations: readonly Told[]
}

type Prospect = {
  readonly phone: string
  /** Index of the message that is on its way. */
  next: number
  /** It was taken: only its answer is missing. */
  taken: boolean
}

/** Everything one drive needs; `current` is the process that runs now, if any. */
type Drive = {
  readonly databasePath: string
  readonly random: () => number
  /** How many bubbles a phone holds once message n is answered, as the first reference showed. */
  readonly expected: number[]
  current: Product | null
}

const WAVE = 10
const TOGETHER = 4
const LATEST_KILL_MS = 40
/** Long enough that a message is often still waiting for the rest of its burst. */
const SETTLE_MS = '25'
/** Share of the kills that come while the process picks up what the kill before left behind. */
const RECOVERY_KILLS = 0.15
/** Share of the others that do not wait until a message was taken. */
const EARLY_KILLS = 0.2

/** Need, quantity, date, budget, authority: from a greeting to the owner's card. */
const SCRIPT = readConversation().slice(0, 5)

/**
 * Ten prospects at a time talk to the built product, which is killed with SIGKILL again and again
 * while they do. Each has one message in flight and repeats it, with the same id, until it is taken.
 * Waves follow one another until there were kills enough; then everybody finishes in peace.
 */
export async function driveKills(size: Size): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'porquesi-kills-'))
  const drive: Drive = {
    databasePath: join(folder, 'kills.db'),
    random: randomFrom(size.seed),
    expected: [],
    current: null,
  }
  try {
    const before = await reference(drive, '+573009990001')
    const storm = await killAgainAndAgain(drive, size)
    const conversations = await finish(drive, storm.prospects)
    const after = await reference(drive, '+573009990002')
    const { kills, unfinishedKills, readyMs } = storm
    return { kills, unfinishedKills, readyMs, references: [before, after], conversations }
  } finally {
    await drive.current?.stop('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}

async function reference(drive: Drive, phone: string): Promise<Told> {
  const { url } = await start(drive)
  const expected: number[] = []
  const prospect: Prospect = { phone, next: 0, taken: false }
  for (; !isDone(prospect); prospect.next++) {
    await write(url, prospect)
    await settle(url)
    const count = (await bubblesOf(url, phone))?.length ?? 0
    if (count <= (expected.at(-1) ?? 0)) throw new Error(`no answer in peace: ${prospect.next}`)
    expected.push(count)
  }
  drive.expected.splice(0, SCRIPT.length, ...expected)
  const told = await tell(url, phone)
  await stop(drive, 'SIGTERM')
  return told
}

async function killAgainAndAgain(drive: Drive, size: Size) {
  const prospects: Prospect[] = []
  const readyMs: number[] = []
  let kills = 0
  let unfinishedKills = 0
  while (kills < size.mostKills && (kills < size.kills || unfinishedKills < size.unfinished)) {
    if (prospects.every(isDone)) prospects.push(...newWave(prospects.length))
    const product = await start(drive)
    readyMs.push(Math.round(product.readyMs))
    await disturb(drive, product.url, prospects)
    const rows = unfinishedRows(drive.databasePath)
    kills++
    if (rows > 0) unfinishedKills++
    process.stderr.write(`kill ${kills}: ${rows} unfinished rows\n`)
  }
  return { kills, unfinishedKills, readyMs, prospects }
}

/** Some prospects write at once; a moment later the process is no more. */
async function disturb(drive: Drive, url: string, prospects: readonly Prospect[]): Promise<void> {
  const recovering = drive.random() < RECOVERY_KILLS
  const inFlight = prospects.filter((prospect) => !isDone(prospect) && prospect.taken)
  if (!recovering) await Promise.all(inFlight.map((prospect) => hear(drive, url, prospect)))
  const free = prospects.filter((prospect) => !isDone(prospect) && !prospect.taken)
  const writing = recovering ? [] : shuffled(free, drive.random).slice(0, TOGETHER)
  const posts = writing.map((prospect) => write(url, prospect))
  // Now and then before the first is taken, mostly right after.
  if (drive.random() > EARLY_KILLS && posts.length > 0) await Promise.race(posts)
  await sleep(drive.random() * LATEST_KILL_MS)
  await stop(drive, 'SIGKILL')
  await Promise.all(posts)
}

/** Everybody who is not done goes on without disturbance; then the phones and the bot are asked. */
async function finish(drive: Drive, prospects: readonly Prospect[]): Promise<readonly Told[]> {
  const { url } = await start(drive)
  await Promise.all(
    prospects.map(async (prospect) => {
      while (!isDone(prospect)) {
        if (!prospect.taken) await write(url, prospect)
        if (!prospect.taken) throw new Error(`nobody took message ${prospect.next} in peace`)
        await hear(drive, url, prospect)
      }
    }),
  )
  await settle(url)
  const told = await Promise.all(prospects.map(({ phone }) => tell(url, phone)))
  await stop(drive, 'SIGTERM')
  return told
}

/** Posts the message that is due; the first prospect of each wave posts everything three times. */
async function write(url: string, prospect: Prospect): Promise<void> {
  const id = `${prospect.phone.slice(1)}-${prospect.next}`
  const text = SCRIPT[prospect.next] ?? ''
  if (!(await post(url, prospect.phone, id, text))) return
  prospect.taken = true
  if (!prospect.phone.endsWith('0')) return
  await post(url, prospect.phone, id, text)
  await post(url, prospect.phone, id, text)
}

async function hear(drive: Drive, url: string, prospect: Prospect): Promise<void> {
  const count = drive.expected[prospect.next] ?? 0
  const outcome = await answered(url, prospect.phone, count)
  if (outcome === 'gone') return
  if (outcome === 'silent') throw new Error(`lost: ${prospect.phone}, message ${prospect.next}`)
  prospect.next++
  prospect.taken = false
}

async function tell(url: string, phone: string): Promise<Told> {
  const bubbles = await bubblesOf(url, phone)
  if (bubbles === null) throw new Error('the product went away while nobody killed it')
  return { phone, bubbles, known: await knownOf(url, phone) }
}

async function start(drive: Drive): Promise<Product> {
  drive.current = await startProduct({
    DATABASE_URL: `sqlite:${drive.databasePath}`,
    SETTLE_MS,
    PACING: 'off',
    WHATSAPP_CHANNEL: 'simulator',
  })
  return drive.current
}

async function stop(drive: Drive, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  await drive.current?.stop(signal)
  drive.current = null
}

/** What a killed process left to do: messages not answered and answers not sent. */
function unfinishedRows(path: string): number {
  const db = new Database(path, { readonly: true, fileMustExist: true })
  try {
    const count = db.prepare(`
      select (select count(*) from inbox where status = 'pending')
           + (select count(*) from outbox where status in ('queued', 'sending'))`)
    return Number(count.pluck().get())
  } finally {
    db.close()
  }
}

function newWave(before: number): readonly Prospect[] {
  return Array.from({ length: WAVE }, (_, index) => {
    const phone = `+57310${String(before + index).padStart(7, '0')}`
    return { phone, next: 0, taken: false }
  })
}

function isDone(prospect: Prospect): boolean {
  return prospect.next >= SCRIPT.length
}

function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
  return items
    .map((item) => ({ item, rank: random() }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item)
}
