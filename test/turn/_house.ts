import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type App, createApp, type Overrides } from '../../src/app/app.js'
import { SIMULATOR } from '../../src/app/lines.js'
import type { Channel, Delivery, Sent, Whereabouts } from '../../src/channels/channel.js'
import { type Config, readConfig } from '../../src/config.js'
import { isoOf } from '../../src/core/schedule/local-time.js'
import type { Inbound, MessageId } from '../../src/core/types.js'
import { createLog } from '../../src/log.js'
import { loadProject, type Project } from '../../src/project/load.js'
import { type ContactView, contactView } from '../../src/store/contact-view.js'

export const OWNER = '+573000000001'
export const ANA = '+573005550101'
export const LUIS = '+573005550102'
/** Tuesday 10 March 2026, 10 a. m. in Bogotá. */
export const NOW = Date.parse('2026-03-10T15:00:00.000Z')

const loaded = await loadProject({ flowsDir: 'flows' })
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error.problems))
export const project: Project = loaded.value

export type House = {
  readonly folder: string
  readonly path: string
  /** Opens the app on the house's one file; what was not finished is taken up again. */
  open(change?: Change): App
}

export type Change = Overrides & {
  readonly project?: Project
  readonly config?: Partial<Config>
}

/** A folder of its own, with an app that is closed and removed after the test. */
export function createHouse(): House {
  const folder = mkdtempSync(join(tmpdir(), 'porquesi-turn-'))
  const path = join(folder, 'turn.db')
  const apps: App[] = []
  onTestFinished(async () => {
    for (const app of apps) await app.close().catch(() => undefined)
    rmSync(folder, { recursive: true, force: true })
  })
  const open = ({ project: other, config, ...overrides }: Change = {}): App => {
    const read = readConfig({ DATABASE_URL: `sqlite:${path}`, PACING: 'off', SETTLE_MS: '0' })
    if (!read.ok) throw new Error('bad settings')
    const log = createLog({ level: 'silent' })
    const settings = { ...read.value, ...config }
    const app = createApp(settings, other ?? project, log, {
      now: () => new Date(NOW),
      // No test pulls the plug: what a killed bot keeps is judged elsewhere, on the real thing.
      database: { durable: false },
      ...overrides,
    })
    apps.push(app)
    app.turns.resume()
    return app
  }
  return { folder, path, open }
}

export function openApp(change: Change = {}): App {
  return createHouse().open(change)
}

/** Somebody writes and everything that follows from it happens; what they got since `after`. */
export async function writes(app: App, from: string, text: string): Promise<readonly string[]> {
  const before = phone(app, from).length
  await send(app, { from, text })
  await app.settle()
  return phone(app, from).slice(before)
}

export async function send(app: App, body: object): Promise<string> {
  const sent = await app.simulator?.receive(body)
  if (sent?.ok !== true) throw new Error(JSON.stringify(sent))
  return sent.value.id
}

/** Everything that was handed over to a simulated phone. */
export function phone(app: App, of: string): readonly string[] {
  return app.simulator?.handedOver(of, 0).map(({ text }) => text) ?? []
}

export function viewOf(app: App, of = ANA): ContactView {
  const view = contactView(app.db, of, app.clock.iso())
  if (view === null) throw new Error(`nobody is known as ${of}`)
  return view
}

export function count(app: App, sql: string): number {
  const row: unknown = app.db.raw.prepare(`select count(*) as n ${sql}`).get()
  if (typeof row !== 'object' || row === null || !('n' in row)) throw new Error('no count')
  return Number(row.n)
}

export function column(app: App, sql: string): readonly unknown[] {
  return app.db.raw.prepare(sql).pluck().all()
}

export function inbound(from: string, text: string, id: string): Inbound {
  return {
    lineId: SIMULATOR,
    chat: from,
    author: 'contact',
    identities: [{ kind: 'phone', value: from }],
    messageId: id as MessageId,
    profileName: null,
    sentAt: isoOf(NOW),
    replyTo: null,
    referral: null,
    rawReferral: null,
    media: null,
    content: { kind: 'text', text },
  }
}

/** A line whose far end the test plays: what `onSend` answers is what became of a hand-over. */
export type Wire = Channel & { readonly got: Delivery[]; readonly shown: Shown[] }

type Shown = { readonly chat: string; readonly messages: readonly MessageId[] }

export function createWire(
  onSend: (delivery: Delivery, nth: number) => Promise<Sent> | Sent,
  whereabouts: Whereabouts | null = null,
): Wire {
  const got: Delivery[] = []
  const read: Shown[] = []
  let tries = 0
  return {
    kind: 'simulator',
    lineId: SIMULATOR,
    got,
    shown: read,
    send: async (delivery) => {
      tries += 1
      const sent = await onSend(delivery, tries)
      if (sent.ok) got.push(delivery)
      return sent
    },
    whereabouts: async (_, id) =>
      whereabouts ?? (got.some(({ messageId }) => messageId === id) ? 'handed_over' : 'absent'),
    newMessageId: () => `W${randomUUID()}` as MessageId,
    typing: async () => undefined,
    read: async (chat, messages) => void read.push({ chat, messages }),
    close: async () => undefined,
  }
}

export const DELIVERED: Sent = { ok: true, at: isoOf(NOW) }

export function texts(wire: Wire): readonly string[] {
  return wire.got.map(({ message }) => message.text)
}
