import { beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../../src/cli.js'
import type { Commands } from '../../src/commands/io.js'
import { withConfig, withoutWords } from '../../src/commands/settings.js'
import type { Env } from '../../src/config.js'
import type { Messages } from '../../src/core/messages.js'
import { loadMessages } from '../../src/project/compiled-data.js'
import { createTerminal } from './terminal.js'

let messages: Messages
beforeAll(async () => {
  messages = await loadMessages()
})

/** Commands that print their own words, so that one sees which ran and with what. */
const COMMANDS: Commands = {
  start: withoutWords('start', (io) =>
    withConfig(io, async ({ web }) => {
      io.stdout.write(`start ${web.port}`)
      return 0
    }),
  ),
  'flows check': async (args, io) => {
    io.stdout.write(`flows check ${args.join(' ')}`)
    return 0
  },
  'flows test': async () => 1,
  bench: async (args, io) => {
    io.stdout.write(`bench ${args.join(' ')}`)
    return 0
  },
}

async function run(
  line: string,
  env: Env = {},
): Promise<{ code: number; out: string; err: string }> {
  const { io, printed } = createTerminal(messages, env)
  const code = await runCli(line.split(' ').filter(Boolean), io, COMMANDS)
  return { code, ...printed() }
}

describe('a command', () => {
  test.each([
    ['start', 'start 3000'],
    ['flows check a b', 'flows check a b'],
    ['bench', 'bench '],
    ['bench turns --mode flood', 'bench turns --mode flood'],
  ])('«%s» runs', async (line, out) => {
    expect(await run(line)).toEqual({ code: 0, out, err: '' })
  })

  test('leaves with its own code', async () => {
    expect((await run('flows test')).code).toBe(1)
  })

  test('that stands alone refuses more words', async () => {
    expect(await run('start ya')).toEqual({
      code: 2,
      out: '',
      err: '«ya» sobra: el comando «start» va solo.\n',
    })
  })

  test('does not start with settings that are wrong, and says all of them', async () => {
    expect(await run('start', { PORT: 'tres mil', WHATSAPP_CHANNEL: 'cloud' })).toEqual({
      code: 2,
      out: '',
      err:
        'PORT=tres mil: se esperaba un número entre 1 y 65535.\n' +
        'WHATSAPP_CHANNEL=cloud: todavía no disponible. Por ahora: simulator, baileys.\n',
    })
  })
})

describe('a slip', () => {
  test.each([
    ['flow', 'No existe el comando «flow». ¿Será «flows»?'],
    ['strat', 'No existe el comando «strat». ¿Será «start»?'],
    ['flows chek', 'No existe el comando «flows chek». ¿Será «flows check»?'],
    ['toString', 'No existe el comando «toString». Para ver todos: npm run -s porquesi -- help'],
    ['flows', 'Falta una palabra después de «flows». Hay: flows check, flows test.'],
  ])('«%s» is answered with what to do', async (line, sentence) => {
    expect(await run(line)).toEqual({ code: 2, out: '', err: `${sentence}\n` })
  })
})

describe('help', () => {
  test.each(['help', '--help', '-h'])('«%s» lists the commands', async (line) => {
    const { code, out, err } = await run(line)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const words of ['start', 'chat', 'understand', 'flows check', 'flows test', 'bench']) {
      expect(out).toContain(`  ${words}`)
    }
  })

  test('is what no words at all get, as wrong usage', async () => {
    const { code, out, err } = await run('')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('flows check')
  })
})
