import { loadLexicon } from '../compiled-data.js'
import type { Command } from './io.js'
import { withConfig, withoutWords } from './settings.js'

/** Every command by its words. Each loads only what it needs, when it is asked for. */
export const COMMANDS: { readonly [words: string]: Command } = {
  start: withoutWords('start', (io) =>
    withConfig(io, async (config) => (await import('./start.js')).start(config, io)),
  ),
  chat: withoutWords('chat', (io) =>
    withConfig(io, async (config) => (await import('./chat.js')).chat(config, io)),
  ),
  understand: withoutWords('understand', async (io) => {
    const { understand } = await import('./understand.js')
    await understand(await loadLexicon(), io.stdin, io.stdout)
    return 0
  }),
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
  bench: async (args, io) => {
    const { bench } = await import('./bench/bench.js')
    const { openTarget } = await import('./bench/target.js')
    return bench(args, io, openTarget)
  },
}
