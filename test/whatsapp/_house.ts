import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished, vi } from 'vitest'
import { type App, createApp, type Overrides } from '../../src/app/app.js'
import { whatsappStatus } from '../../src/app/whatsapp-door.js'
import { readConfig } from '../../src/config.js'
import { createLog } from '../../src/log.js'
import { loadProject, type Project } from '../../src/project/load.js'
import type { WhatsAppStatus } from '../../src/web/deps.js'
import type { Contact } from './double/contact.js'
import { createWhatsAppDouble, type WhatsAppDouble } from './double/whatsapp-double.js'

const loaded = await loadProject({ flowsDir: 'flows' })
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error.problems))
const project = loaded.value

/** The owner of the shipped business, as WhatsApp writes numbers. */
export const OWNER = '573000000001'

export const PATIENTLY = { timeout: 15_000, interval: 15 }

export type House = {
  readonly double: WhatsAppDouble
  /** Opens the app on the house's one database, as `start` does. */
  open(env?: { readonly [name: string]: string }, overrides?: Overrides): App
  /** Opens it and links it by the QR code that the status shows. */
  openLinked(env?: { readonly [name: string]: string }, overrides?: Overrides): Promise<App>
}

/** The shipped business, which may answer as much in an hour as others in a month. */
export const TALKATIVE: Project = {
  ...project,
  business: {
    ...project.business,
    number: { ...project.business.number, answersPerHour: 1e6, answersPerDay: 1e6 },
  },
}

/** A WhatsApp and a bot, both closed after the test. `phone` is the number of the business. */
export async function createHouse(phone = '573001112233', shop = project): Promise<House> {
  const double = await createWhatsAppDouble({ phone })
  const folder = mkdtempSync(join(tmpdir(), 'porquesi-whatsapp-'))
  const apps: App[] = []
  onTestFinished(async () => {
    for (const app of apps) await app.close().catch(() => undefined)
    await double.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const open: House['open'] = (env = {}, overrides = {}) => {
    const config = readConfig({
      DATABASE_URL: `sqlite:${join(folder, 'bot.db')}`,
      WHATSAPP_CHANNEL: 'simulator,baileys',
      WHATSAPP_SOCKET_URL: double.url,
      PACING: 'off',
      SETTLE_MS: '0',
      ...env,
    })
    if (!config.ok) throw new Error('bad settings')
    const app = createApp(config.value, shop, createLog({ level: 'silent' }), {
      // Nothing of a test leaves this machine.
      download: async () => null,
      ...overrides,
    })
    apps.push(app)
    app.turns.resume()
    const { channels, whatsapp } = config.value
    if (!app.whatsapp.resume() && channels.includes('baileys')) {
      void app.whatsapp.link(whatsapp.pairingNumber)
    }
    return app
  }
  const openLinked: House['openLinked'] = async (env, overrides) => {
    const app = open(env, overrides)
    await link(app, double)
    return app
  }
  return { double, open, openLinked }
}

export function statusOf(app: App): WhatsAppStatus {
  return whatsappStatus(app)
}

/** Waits for a state; gives the status then. */
export function reaches(app: App, state: WhatsAppStatus['state']): Promise<WhatsAppStatus> {
  return vi.waitFor(() => {
    const status = statusOf(app)
    if (status.state !== state) throw new Error(`expected ${state}, is ${status.state}`)
    return status
  }, PATIENTLY)
}

/** The business's phone scans what the status shows. */
export async function link(app: App, double: WhatsAppDouble): Promise<void> {
  await double.scan(await shownQr(app))
  await reaches(app, 'open')
}

export function shownQr(app: App): Promise<string> {
  return vi.waitFor(() => {
    const { qr } = statusOf(app)
    if (qr === undefined) throw new Error('no QR code yet')
    return qr
  }, PATIENTLY)
}

/** What a person's phone shows of the bot, once there are so many messages. */
export function hears(contact: Contact, count: number): Promise<readonly string[]> {
  return vi.waitFor(() => {
    const texts = contact.heard.map(({ text }) => text ?? '')
    if (texts.length < count) throw new Error(`heard ${texts.length} of ${count}`)
    return texts
  }, PATIENTLY)
}

/** A column of the database, to look at what cannot be seen from outside. */
export function column(app: App, sql: string): readonly unknown[] {
  return app.db.raw.prepare(sql).pluck().all()
}
