import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { bench } from '../../../src/commands/bench/bench.js'
import { startOptions, turnsOptions } from '../../../src/commands/bench/options.js'
import type { Messages } from '../../../src/core/messages.js'
import { loadMessages } from '../../../src/project/compiled-data.js'
import { createTerminal } from '../terminal.js'

let messages: Messages
beforeAll(async () => {
  messages = await loadMessages()
})

const DEFAULTS = { mode: 'seq', contacts: 500, messages: 6, existing: 0 }

describe('options', () => {
  test.each([
    ['', DEFAULTS],
    ['--mode flood', { ...DEFAULTS, mode: 'flood' }],
    ['--contacts=20 --existing 1000000', { ...DEFAULTS, contacts: 20, existing: 1_000_000 }],
  ])('«turns %s» is read', (words, value) => {
    expect(turnsOptions(words.split(' ').filter(Boolean))).toEqual({ ok: true, value })
  })

  test('«start» runs five times unless told otherwise', () => {
    expect(startOptions([])).toEqual({ ok: true, value: { runs: 5 } })
    expect(startOptions(['--runs', '2'])).toEqual({ ok: true, value: { runs: 2 } })
  })

  test.each([
    ['turns --mode slow', '--mode'],
    ['turns --contacts 0', '--contacts'],
    ['turns --contacts mil', '--contacts'],
    ['turns --contacts', '--contacts'],
    ['turns --speed 3', '--speed'],
    ['turns flood', 'flood'],
    ['start --runs 1.5', '--runs'],
    ['kills 40', '40'],
    ['week --days 3', '--days'],
  ])('«%s» is refused', async (words, option) => {
    const { io, printed } = createTerminal(messages)
    const code = await bench(words.split(' '), io, () =>
      Promise.reject(new Error('not to be opened')),
    )
    expect(code).toBe(2)
    expect(printed().err).toContain(`«${option}» no sirve aquí.`)
  })
})

test('an unknown bench is refused with the list of those there are', async () => {
  const { io, printed } = createTerminal(messages)
  expect(await bench(['turnos'], io, () => Promise.reject(new Error('not to be opened')))).toBe(2)
  expect(printed()).toEqual({
    out: '',
    err: 'No existe la medida «turnos». Hay: turns, start, import, understand, facts, learn, figures, timers, kills, whatsapp, crash, attacks, share, without, year, week.\n',
  })
})

test('the limit stays small and apart from what it is compared with', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../bench/limit.mjs'), 'utf8')
  expect(text).not.toMatch(/from '[^']*(src|dist)\//)
  expect(text.split('\n').length - 1).toBeLessThanOrEqual(60)
})
