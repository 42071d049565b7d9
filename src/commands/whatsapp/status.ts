import { existsSync } from 'node:fs'
import type { Config } from '../../config.js'
import { message, type Params } from '../../core/messages.js'
import { maskPhone } from '../../log.js'
import { type ExitCode, type Io, printLine } from '../io.js'
import { type LineReport, withLine } from './line-door.js'
import { unreachable } from './link.js'

/** How each state is said of a bot that runs. */
const SAID: { readonly [state in LineReport['state']]: string } = {
  off: 'cli.whatsapp.none',
  linking: 'cli.whatsapp.linking',
  open: 'doctor.whatsapp_open',
  reconnecting: 'doctor.whatsapp_reconnecting',
  needs_link: 'cli.whatsapp.needs_link',
  restricted: 'cli.whatsapp.restricted',
}

/** `whatsapp status`: how the number stands, in one line. */
export async function status(config: Config, io: Io): Promise<ExitCode> {
  if (!existsSync(config.database.path)) return say(io, 'cli.whatsapp.none', {})
  return withLine(config, io, async (door) => {
    const report = await door.status()
    if (report === null) return unreachable(io, config)
    const stored = !door.isRunning && report.state === 'reconnecting'
    const key = stored ? 'doctor.whatsapp_stored' : SAID[report.state]
    return say(io, key, { phone: maskPhone(report.phone ?? '') })
  })
}

function say(io: Io, key: string, params: Params): ExitCode {
  printLine(io, message(io.messages, key, params))
  return 0
}
