import { setTimeout as sleep } from 'node:timers/promises'
import type { App } from '../../app/app.js'
import type { Config } from '../../config.js'
import { createLog } from '../../log.js'
import { DatabaseError } from '../../store/sqlite/database-error.js'
import { type Lock, lockDatabase } from '../../store/sqlite/lock.js'
import type { Linking, WhatsAppStatus } from '../../web/deps.js'
import { databaseText } from '../database-text.js'
import { complain, type ExitCode, type Io } from '../io.js'
import { withProject } from '../with-project.js'
import { remoteDoor } from './remote-door.js'

export type LineReport = Pick<WhatsAppStatus, 'state' | 'qr' | 'pairingCode' | 'phone'>

/** What the command line may see and do of the linked number, whoever holds it. */
export type LineDoor = {
  /** A bot that runs holds it, and goes on when the command is done. */
  readonly isRunning: boolean
  /** Null, here and below, when the bot does not answer. */
  status(): Promise<LineReport | null>
  link(phone: string | null): Promise<Linking | null>
  unlink(): Promise<'done' | null>
}

/** So long a number takes at most to log in, so that it can say goodbye. */
const LOGIN_MS = 15_000
const LOOK_EVERY_MS = 200

/** Runs `action` on the number: through the bot that runs, else as the only one on the database. */
export async function withLine(
  config: Config,
  io: Io,
  action: (door: LineDoor) => Promise<ExitCode>,
): Promise<ExitCode> {
  let lock: Lock | null = null
  try {
    lock = lockDatabase(config.database.path)
    return await withOwnDoor(config, io, action)
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    if (error.kind === 'busy' && lock === null) return action(remoteDoor(config.web))
    complain(io, databaseText(io.messages, error, config.database.shown))
    return 1
  } finally {
    lock?.release()
  }
}

function withOwnDoor(
  config: Config,
  io: Io,
  action: (door: LineDoor) => Promise<ExitCode>,
): Promise<ExitCode> {
  return withProject(config, io, async (project) => {
    // Who only asks a running bot never loads all this.
    const { createApp } = await import('../../app/app.js')
    const app = createApp(config, project, createLog({ level: config.logLevel }))
    try {
      return await action(await ownDoor(app))
    } finally {
      await app.close()
    }
  })
}

async function ownDoor(app: App): Promise<LineDoor> {
  const { linkWhatsApp, whatsappStatus } = await import('../../app/whatsapp-door.js')
  return {
    isRunning: false,
    status: async () => {
      const status = whatsappStatus(app)
      // Nothing connects it here, which does not make it unlinked.
      const away = status.state === 'off' && app.whatsapp.status().linked
      return away ? { ...status, state: 'reconnecting' } : status
    },
    link: (phone) => linkWhatsApp(app, phone),
    unlink: async () => {
      if (app.whatsapp.resume()) await loggedIn(app)
      await app.whatsapp.unlink()
      return 'done'
    },
  }
}

/** Without a connection the phone's list shows the device a while longer. */
async function loggedIn({ whatsapp }: App): Promise<void> {
  const until = performance.now() + LOGIN_MS
  while (whatsapp.status().state.kind === 'reconnecting' && performance.now() < until) {
    await sleep(LOOK_EVERY_MS)
  }
}
