import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'better-sqlite3'
import type { LedgerEntry } from '../double/ledger.js'
import { createWhatsAppDouble, type WhatsAppDouble } from '../double/whatsapp-double.js'
import { type Bot, type Bots, createBots } from './bot.js'
import { type Chance, createChance } from './chance.js'
import { freePort } from './free-port.js'
import { countReplays, judge, type Received, type Verdict } from './judge.js'
import { createPeople, isAnswered, type Person, write } from './people.js'

/** The moments at which it has to be killed, in the order in which a message passes them. */
export const POINTS = ['decrypt', 'journal', 'receipt', 'inbox', 'turn', 'write', 'ack'] as const
export type Point = (typeof POINTS)[number]

export type Size = {
  readonly chats: number
  /** By each of them. */
  readonly messages: number
  /** At any moment. */
  readonly random: number
  /** At each of the points. */
  readonly each: number
  readonly seed: number
}

export type Outcome = {
  readonly verdict: Verdict
  readonly sent: number
  readonly kills: number
  /** How often it died at each point, and not for want of reaching it. */
  readonly at: { readonly [point in Point | 'random']: number }
  /** Kills that left something in the database to be finished. */
  readonly unfinished: number
  /** Kills while WhatsApp had something that was not taken yet. */
  readonly untaken: number
  readonly replays: number
  /** From the last kill until everything was answered; null when that never came. */
  readonly drainedMs: number | null
  readonly complaints: string
}

type Life = Point | 'random'

type Drive = {
  readonly double: WhatsAppDouble
  readonly bots: Bots
  readonly people: readonly Person[]
  readonly chance: Chance
  readonly size: Size
  /** How long the last undisturbed start took until it was connected. */
  startMs: number
}

/** A message often is one of several in a row; whoever waits for an answer mostly says nothing more. */
const IMPATIENT = 0.25
const BURST = 0.3
/** Share of the messages that are written while it is down. */
const WHILE_DOWN = 0.3
/** Share of the random kills that come before it is connected. */
const EARLY = 0.15
/** Of the time that a start takes, whatever the machine: how long after it the others come, and people write. */
const LATEST = 0.35
const SPREAD = 0.15
const POINT_WITHIN_MS = 10_000
const READY_WITHIN_MS = 60_000
export const DRAIN_WITHIN_MS = 60_000

/** People write, and the process that answers them is killed again and again. */
export async function driveCrashes(size: Size): Promise<Outcome> {
  const double = await createWhatsAppDouble()
  const bots = createBots(double.url, await freePort())
  try {
    const people = createPeople(double, size.chats)
    const drive = { double, bots, people, chance: createChance(size.seed), size, startMs: 1_000 }
    await link(drive)
    return await crash(drive)
  } finally {
    await bots.close()
    await double.close()
  }
}

async function link({ double, bots }: Drive): Promise<void> {
  const bot = bots.start()
  await double.scan(await bots.qr())
  await bots.until('open')
  // A device that was never told of earlier chats waits for that at each login.
  await double.waitFor((entry) => entry.kind === 'receipt' && entry.type === 'hist_sync')
  await bot.stop()
}

async function crash(drive: Drive): Promise<Outcome> {
  const { double, bots, people, size } = drive
  const at = { random: 0, decrypt: 0, journal: 0, receipt: 0, inbox: 0, turn: 0, write: 0, ack: 0 }
  const lives = livesOf(drive)
  let [unfinished, untaken] = [0, 0]
  for (const [index, life] of lives.entries()) {
    const left = people.reduce((sum, { written }) => sum + size.messages - written, 0)
    const budget = Math.ceil(left / (lives.length - index))
    at[await live(drive, life, budget)] += 1
    if (unfinishedRows(bots.databasePath) > 0) unfinished += 1
    if (double.pending > 0) untaken += 1
  }
  const drainedMs = await drain(drive)
  return {
    verdict: judge(people, inboxOf(bots.databasePath)),
    sent: people.reduce((sum, { written }) => sum + written, 0),
    kills: lives.length,
    at,
    unfinished,
    untaken,
    replays: countReplays(double.ledger),
    drainedMs,
    complaints: bots.complaints(),
  }
}

function livesOf({ size, chance }: Drive): readonly Life[] {
  const points = POINTS.flatMap((point) => Array.from({ length: size.each }, () => point))
  const random = Array.from({ length: size.random }, () => 'random' as const)
  return chance.shuffled([...points, ...random])
}

/** One life and its end; answers with the point at which it died. */
async function live(drive: Drive, life: Life, budget: number): Promise<Life> {
  const { double, bots, chance } = drive
  const down = Math.round(budget * (chance.next() < 0.5 ? WHILE_DOWN * 2 : 0))
  writeSome(drive, down)
  const ready = nextOf(double, ({ kind }) => kind === 'ready')
  const bot = bots.start(dieAt(life, chance))
  if (life === 'random' && chance.next() < EARLY) {
    writeSome(drive, budget - down)
    await sleep(chance.next() * drive.startMs)
    return end(bot, life)
  }
  const begun = performance.now()
  await Promise.race([ready, bot.ended])
  drive.startMs = performance.now() - begun
  const writing = writeBySome(drive, budget - down)
  const died = life === 'random' ? await atRandom(drive, bot) : await atPoint(drive, bot, life)
  await writing
  return died
}

async function atRandom({ chance, startMs }: Drive, bot: Bot): Promise<Life> {
  await sleep(chance.next() * LATEST * startMs)
  return end(bot, 'random')
}

/** Where the point does not come for want of messages it counts as a random kill. */
async function atPoint(drive: Drive, bot: Bot, point: Point): Promise<Life> {
  const late = sleep(POINT_WITHIN_MS).then(() => 'late' as const)
  const reached = point === 'write' ? written(drive, bot) : bot.ended
  if ((await Promise.race([reached, late])) === 'late') return end(bot, 'random')
  return point
}

/** WhatsApp has the message, and says nothing. */
async function written({ double }: Drive, bot: Bot): Promise<void> {
  double.faults.withholdAcks = true
  await Promise.race([nextOf(double, ({ kind }) => kind === 'message'), bot.ended])
  await bot.kill()
  double.faults.withholdAcks = false
}

async function end(bot: Bot, life: Life): Promise<Life> {
  await bot.kill()
  return life
}

function dieAt(life: Life, chance: Chance): string | undefined {
  if (life === 'random' || life === 'write') return undefined
  return `${life}:${1 + Math.floor(chance.next() * 2)}`
}

async function writeBySome(drive: Drive, count: number): Promise<void> {
  for (let left = count; left > 0; left -= 1) {
    writeSome(drive, 1)
    await sleep((drive.chance.next() * SPREAD * drive.startMs) / count)
  }
}

function writeSome({ people, chance, size }: Drive, count: number): void {
  for (let left = count; left > 0; ) {
    const open = people.filter(({ written }) => written < size.messages)
    const free = open.filter((person) => isAnswered(person) || chance.next() < IMPATIENT)
    const person = chance.one(free.length > 0 ? free : open)
    if (person === undefined) return
    const burst = chance.next() < BURST ? 2 : 1
    for (let more = burst; more > 0 && left > 0 && person.written < size.messages; more -= 1) {
      write(person)
      left -= 1
    }
  }
}

/** Undisturbed, everything has to come to its end. */
async function drain({ double, bots, people }: Drive): Promise<number | null> {
  const begun = performance.now()
  const bot = bots.start()
  const isDrained = (): boolean => people.every(isAnswered) && double.pending === 0
  while (!isDrained() && performance.now() - begun < DRAIN_WITHIN_MS) await sleep(20)
  const drained = isDrained() ? Math.round(performance.now() - begun) : null
  await bot.stop()
  return drained
}

/** The first entry from now on that fits. */
function nextOf(double: WhatsAppDouble, fits: (entry: LedgerEntry) => boolean): Promise<unknown> {
  const begin = double.ledger.length
  let at = 0
  // Entries are looked at once each, in their order.
  return double
    .waitFor((entry) => at++ >= begin && fits(entry), READY_WITHIN_MS)
    .catch(() => undefined)
}

/** What a killed process left to do. */
function unfinishedRows(path: string): number {
  const [count = 0] = read(
    path,
    `select (select count(*) from inbox where status = 'pending')
      + (select count(*) from outbox where status in ('queued', 'sending'))
      + (select count(*) from journal where plaintext is not null)`,
  )
  return Number(count)
}

function inboxOf(path: string): readonly Received[] {
  return read(path, `select message_id || ' ' || status from inbox order by id`).map((row) => {
    const [id = '', status = ''] = String(row).split(' ')
    return { id, status }
  })
}

function read(path: string, sql: string): readonly unknown[] {
  const db = new Database(path, { readonly: true, fileMustExist: true })
  try {
    return db.prepare(sql).pluck().all()
  } finally {
    db.close()
  }
}
