import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type App, createApp } from '../../src/app/app.js'
import { whatsappStatus } from '../../src/app/whatsapp-door.js'
import { readConfig } from '../../src/config.js'
import type { Business } from '../../src/core/business/types.js'
import { createLog } from '../../src/log.js'
import { loadProject, type Project } from '../../src/project/load.js'
import { nextDueAt } from '../../src/store/timers.js'
import type { Contact } from '../whatsapp/double/contact.js'
import { trustDouble } from '../whatsapp/double/media.js'
import { createWhatsAppDouble, type WhatsAppDouble } from '../whatsapp/double/whatsapp-double.js'

/** Something that reached a phone. `after`: who had just written, or null where only time went by. */
export type Heard = {
  readonly at: string
  readonly to: string
  readonly text: string
  readonly after: string | null
}

/** A linked number as its town sees it: phones that write and hear, and one clock for all of them. */
export type Town = {
  now(): string
  /** One person writes, all of it before the bot has its turn; what any phone hears because of it. */
  write(phone: string, ...texts: readonly string[]): Promise<readonly Heard[]>
  /** Somebody types on the business's own phone. */
  types(to: string, text: string): Promise<readonly Heard[]>
  /** Time goes by until then. */
  waitUntil(at: string): Promise<readonly Heard[]>
  /** WhatsApp lets the number open no chats until then, and says so when it connects anew. */
  restrict(until: string): Promise<readonly Heard[]>
  close(): Promise<void>
}

export type Opening = {
  /** The moment at which the number is linked. */
  readonly from: string
  readonly business: Partial<Business>
  /** Whom the number had chats with before. */
  readonly earlier: readonly string[]
}

const PATIENCE_MS = 15_000

/** A WhatsApp on loopback and the real app linked to it. */
export async function openTown({ from, business, earlier }: Opening): Promise<Town> {
  const distrust = trustDouble()
  const double = await createWhatsAppDouble()
  const folder = mkdtempSync(join(tmpdir(), 'porquesi-week-'))
  const people = createPeople(double)
  for (const phone of earlier) people(phone, true)
  let now = from
  const app = openApp(join(folder, 'week.db'), double.url, await shop(business), () => now)
  await link(app, double)
  if (earlier.length > 0) await until(() => known(app) > 0)
  const ears = openEars(double)
  const done = async (after: string | null): Promise<readonly Heard[]> => {
    await app.settle()
    return ears(now, after)
  }
  return {
    now: () => now,
    write: async (phone, ...texts) => {
      for (const text of texts)
        await taken(app, await people(phone).say(text, { at: new Date(now) }))
      return done(phone)
    },
    types: async (to, text) => {
      await taken(app, await double.ownPhone.say(people(to), text, { at: new Date(now) }))
      return done(to)
    },
    waitUntil: async (at) => {
      const heard: Heard[] = []
      const moveTo = async (moment: string): Promise<void> => {
        now = moment > now ? moment : now
        await app.turns.fire()
        heard.push(...(await done(null)))
      }
      for (let due = nextDueAt(app.db); due !== null && due <= at; due = nextDueAt(app.db)) {
        await moveTo(due)
      }
      await moveTo(at)
      return heard
    },
    restrict: async (end) => {
      double.faults.restrictedUntil = new Date(end)
      double.drop()
      await until(() => whatsappStatus(app).state === 'restricted')
      // Whoever links anew later is told nothing any more.
      double.faults.restrictedUntil = null
      return done(null)
    },
    close: async () => {
      await app.close()
      await double.close()
      distrust()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

let loaded: Project | null = null

async function shop(change: Partial<Business>): Promise<Project> {
  if (loaded === null) {
    const project = await loadProject({ flowsDir: 'flows' })
    if (!project.ok) throw new Error(JSON.stringify(project.error.problems))
    loaded = project.value
  }
  return { ...loaded, business: { ...loaded.business, ...change } }
}

function openApp(path: string, url: string, project: Project, now: () => string): App {
  const config = readConfig({
    DATABASE_URL: `sqlite:${path}`,
    WHATSAPP_CHANNEL: 'baileys',
    WHATSAPP_SOCKET_URL: url,
    PACING: 'off',
    // A burst lasts until whoever writes it is done: then it is settled.
    SETTLE_MS: '60000',
  })
  if (!config.ok) throw new Error('bad settings')
  return createApp(config.value, project, createLog({ level: 'silent' }), {
    now: () => new Date(now()),
    database: { durable: false },
    download: async () => null,
  })
}

async function link(app: App, double: WhatsAppDouble): Promise<void> {
  app.turns.resume()
  void app.whatsapp.link(null)
  await until(() => whatsappStatus(app).qr !== undefined)
  await double.scan(whatsappStatus(app).qr ?? '')
  await until(() => whatsappStatus(app).state === 'open')
}

function createPeople(double: WhatsAppDouble) {
  const known = new Map<string, Contact>()
  return (phone: string, earlier = false): Contact => {
    const person =
      known.get(phone) ??
      double.contact({ phone: phone.slice(1), name: `Persona ${phone.slice(-4)}`, earlier })
    known.set(phone, person)
    return person
  }
}

/** What the phones got since the last time, in the order in which they got it. */
function openEars(double: WhatsAppDouble) {
  let seen = 0
  return (at: string, after: string | null): readonly Heard[] => {
    const fresh = double.ledger.slice(seen)
    seen = double.ledger.length
    return fresh.flatMap((entry) => {
      const to = entry.kind === 'message' ? entry.reached[0] : undefined
      if (entry.kind !== 'message' || to === undefined) return []
      return [{ at, to: `+${to}`, text: entry.text, after }]
    })
  }
}

function known(app: App): number {
  return Number(app.db.raw.prepare('select count(*) from acquaintances').pluck().get())
}

/** It is in the inbox: only then does the house know of it. */
async function taken({ db }: App, id: string): Promise<void> {
  const stored = db.raw.prepare('select 1 from inbox where message_id = ?').pluck()
  await until(() => stored.get(id) !== undefined)
}

async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + PATIENCE_MS
  while (!holds()) {
    if (performance.now() > end) throw new Error(`waited in vain for ${holds}`)
    await setTimeout(1)
  }
}
