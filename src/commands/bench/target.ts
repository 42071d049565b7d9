import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type App, createApp } from '../../app/app.js'
import { SIMULATOR } from '../../app/lines.js'
import type { Channel } from '../../channels/channel.js'
import type { Config } from '../../config.js'
import type { Inbound, Iso, LineId, MessageId } from '../../core/types.js'
import { createLog } from '../../log.js'
import { loadProject } from '../../project/load.js'
import { letHeapGrow } from '../let-heap-grow.js'
import type { Recorder } from './recorder.js'
import { seedContacts } from './seed.js'
import type { BenchTarget } from './turns.js'

const FLOWS = fileURLToPath(new URL('../../../flows/', import.meta.url))

/** The real app on that file, with a channel that answers at once and no waiting for bursts. */
export async function openTarget(path: string, recorder?: Recorder): Promise<BenchTarget> {
  const isNew = !existsSync(path)
  const { channel, answered } = createEcho()
  const app = await openApp(path, channel)
  recorder?.watch(app.db.raw, app.db.commits)
  let commits = 0
  return {
    receive: async (contact, index, text) => {
      const phone = phoneOf(contact)
      const reply = answered(phone)
      await app.turns.receive(inboundOf(SIMULATOR, phone, `${contact}.${index}`, text))
      await reply
    },
    seed: async (existing) => {
      if (isNew) await seedContacts(app, existing)
    },
    commits: () => (commits = app.db.raw.open ? app.db.commits() : commits),
    close: async () => {
      await app.settle()
      commits = app.db.commits()
      app.db.raw.pragma('wal_checkpoint(TRUNCATE)')
      await app.close()
    },
  }
}

/** A message as a channel hands it over. */
export function inboundOf(lineId: LineId, phone: string, id: string, text: string): Inbound {
  return {
    lineId,
    chat: phone,
    author: 'contact',
    identities: [{ kind: 'phone', value: phone }],
    messageId: id as MessageId,
    profileName: 'Camilo',
    sentAt: new Date().toISOString() as Iso,
    replyTo: null,
    referral: null,
    rawReferral: null,
    media: null,
    content: { kind: 'text', text },
  }
}

/** The app that is measured: the shipped flows, no page, no pauses. */
export async function openApp(path: string, channel: Channel = createEcho().channel): Promise<App> {
  const loaded = await loadProject({ flowsDir: FLOWS })
  if (!loaded.ok) throw new Error('the shipped flows do not load')
  const app = createApp(configOf(path), loaded.value, createLog({ level: 'error' }), { channel })
  letHeapGrow()
  return app
}

function configOf(path: string): Config {
  return {
    web: { host: '127.0.0.1', port: 0 },
    database: { kind: 'sqlite', path, shown: path },
    flowsDir: join(FLOWS),
    logLevel: 'error',
    channels: ['simulator'],
    whatsapp: { socketUrl: null, pairingNumber: null },
    sessionKey: null,
    simulatorRemote: false,
    settle: { kind: 'fixed', ms: 0 },
    pacing: 'off',
    model: null,
    transcription: null,
  }
}

function phoneOf(contact: number): string {
  return `+5731${String(contact).padStart(8, '0')}`
}

export type Echo = ReturnType<typeof createEcho>

/** A channel that takes everything at once and says when a chat got its answer. */
export function createEcho() {
  const waiting = new Map<string, () => void>()
  let count = 0
  const channel: Channel = {
    kind: 'simulator',
    lineId: SIMULATOR,
    send: async ({ chat }) => {
      waiting.get(chat)?.()
      waiting.delete(chat)
      return { ok: true, at: new Date().toISOString() }
    },
    whereabouts: async () => 'absent',
    newMessageId: () => {
      count += 1
      return `B${process.pid}.${Date.now()}.${count}` as MessageId
    },
    typing: async () => {},
    read: async () => {},
    close: async () => {},
  }
  const answered = (chat: string): Promise<void> =>
    new Promise((resolve) => {
      waiting.set(chat, resolve)
    })
  return { channel, answered }
}
