import type { Config } from '../../config.js'
import { message } from '../../core/messages.js'
import { type ExitCode, type Io, printLine } from '../io.js'
import { withLine } from './line-door.js'
import { unreachable } from './link.js'

/** `whatsapp unlink`: takes the bot off the list of linked devices; the conversations stay. */
export async function unlink(config: Config, io: Io): Promise<ExitCode> {
  return withLine(config, io, async (door) => {
    const before = await door.status()
    if (before === null) return unreachable(io, config)
    if (before.state === 'off') {
      printLine(io, message(io.messages, 'cli.whatsapp.none'))
      return 0
    }
    if ((await door.unlink()) === null) return unreachable(io, config)
    printLine(io, message(io.messages, 'cli.whatsapp.unlinked'))
    return 0
  })
}
