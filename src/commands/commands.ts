import { message } from '../core/messages.js'
import { loadLexicon } from '../project/compiled-data.js'
import { type Commands, complain, type ExitCode, type Io } from './io.js'
import { withConfig, withoutWords } from './settings.js'

/** Every command by its words. Each loads only what it needs, when it is asked for. */
export const COMMANDS: Commands = {
  start: async (args, io) => {
    const stray = args.find((word) => word !== '--watch')
    if (stray !== undefined) return refuseOption('cli.start_option', stray, io)
    const options = { watch: args.length > 0 }
    return withConfig(io, async (config) => (await import('./start.js')).start(config, io, options))
  },
  chat: withoutWords('chat', (io) =>
    withConfig(io, async (config) => (await import('./chat.js')).chat(config, io)),
  ),
  understand: async (args, io) => {
    const stray = args.find((word) => word !== '--explain')
    if (stray !== undefined) return refuseOption('cli.understand_option', stray, io)
    const { understand } = await import('./understand.js')
    const options = { why: args.length > 0 }
    await understand(await loadLexicon(), io.messages, io.stdin, io.stdout, options)
    return 0
  },
  'flows check': withoutWords('flows check', (io) =>
    withConfig(io, async (config) => (await import('./flows.js')).check(config, io)),
  ),
  'flows test': (args, io) =>
    withConfig(io, async (config) => (await import('./flows-test.js')).flowsTest(args, config, io)),
  'flows draw': (args, io) =>
    withConfig(io, async (config) => (await import('./flows-draw.js')).flowsDraw(args, config, io)),
  'flows schema': withoutWords('flows schema', async (io) =>
    (await import('./flows.js')).schema(io),
  ),
  'contacts import': (args, io) =>
    withConfig(io, async (config) =>
      (await import('./contacts/import.js')).contactsImport(args, config, io),
    ),
  'contacts export': (args, io) =>
    withConfig(io, async (config) =>
      (await import('./contacts/export.js')).contactsExport(args, config, io),
    ),
  'contacts erase': (args, io) =>
    withConfig(io, async (config) =>
      (await import('./contacts/erase.js')).contactsErase(args, config, io),
    ),
  backup: (args, io) =>
    withConfig(io, async (config) => (await import('./backup.js')).backup(args, config, io)),
  'whatsapp link': (args, io) =>
    withConfig(io, async (config) => (await import('./whatsapp/link.js')).link(args, config, io)),
  'whatsapp unlink': withoutWords('whatsapp unlink', (io) =>
    withConfig(io, async (config) => (await import('./whatsapp/unlink.js')).unlink(config, io)),
  ),
  'whatsapp status': withoutWords('whatsapp status', (io) =>
    withConfig(io, async (config) => (await import('./whatsapp/status.js')).status(config, io)),
  ),
  doctor: withoutWords('doctor', async (io) => (await import('./doctor/doctor.js')).doctor(io)),
  bench: async (args, io) => {
    const { bench } = await import('./bench/bench.js')
    const { openTarget } = await import('./bench/target.js')
    return bench(args, io, openTarget)
  },
}

function refuseOption(key: string, option: string, io: Io): ExitCode {
  complain(io, message(io.messages, key, { option }))
  return 2
}
