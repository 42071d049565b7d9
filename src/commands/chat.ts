import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type App, createApp } from '../app/app.js'
import type { Config } from '../config.js'
import { message } from '../core/messages.js'
import { createLog } from '../log.js'
import type { Project } from '../project/load.js'
import { type ExitCode, type Io, printLine } from './io.js'
import { withProject } from './with-project.js'

const PROSPECT = '+573000000999'

/** `chat`: a conversation in the terminal with the real bot, on a database that is thrown away. */
export async function chat(config: Config, io: Io): Promise<ExitCode> {
  return withProject(config, io, (project) => converse(config, project, io))
}

async function converse(config: Config, project: Project, io: Io): Promise<ExitCode> {
  const folder = mkdtempSync(join(tmpdir(), 'porquesi-chat-'))
  const path = join(folder, 'chat.db')
  const here: Config = {
    ...config,
    database: { kind: 'sqlite', path, shown: path },
    channels: ['simulator'],
    settle: { kind: 'fixed', ms: 0 },
    pacing: 'off',
  }
  const app = createApp(here, project, createLog({ level: config.logLevel }))
  try {
    await talk(app, io)
    return 0
  } finally {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function talk(app: App, io: Io): Promise<void> {
  const { business, messages } = app.project
  const [owner] = business.staff
  const ears = [
    { phone: PROSPECT, key: 'terminal.bot', seen: 0 },
    ...(owner === undefined ? [] : [{ phone: owner.phone, key: 'terminal.owner', seen: 0 }]),
  ]
  if (owner !== undefined) await write(app, owner.phone, owner.name)
  const show = (): void => {
    for (const ear of ears) {
      for (const { seq, text } of app.simulator?.handedOver(ear.phone, ear.seen) ?? []) {
        ear.seen = seq
        printLine(io, message(messages, ear.key, { text: text.replaceAll('\n', '\n  ') }))
      }
    }
  }
  const params = { negocio: business.name, dueño: owner?.name ?? business.name }
  printLine(io, message(messages, 'terminal.welcome', params))
  show()
  const lines = createInterface({ input: io.stdin })
  io.stdout.write(message(messages, 'terminal.you'))
  for await (const line of lines) {
    if (line.trim() !== '') await write(app, PROSPECT, line)
    show()
    io.stdout.write(message(messages, 'terminal.you'))
  }
  io.stdout.write('\n')
}

async function write(app: App, from: string, text: string): Promise<void> {
  await app.simulator?.receive({ from, text, id: randomUUID() })
  await app.settle()
}
