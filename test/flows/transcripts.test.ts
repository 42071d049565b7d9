import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { playFile } from '../../src/commands/flows-test.js'
import type { AskingAllowed } from '../../src/core/referral/may-ask.js'
import { GATE_REASONS } from '../../src/core/schedule/gate.js'
import { loadProject } from '../../src/project/load.js'
import type { Database } from '../../src/store/sqlite/database.js'
import { expectMemoryAsStored } from '../store/_memory.js'
import { playConfig } from './play-config.js'

const flowsDir = join(import.meta.dirname, '../../flows')
const folder = join(flowsDir, 'tests')
const loaded = await loadProject({ flowsDir })
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error.problems))
const project = loaded.value

const config = playConfig(flowsDir)

/** Why timers wait or came to nothing, as it stands after each line of each conversation. */
const held = new Set<string>()

/** What the owner is told of it. */
const NOT_ASKED: { readonly [W in Extract<AskingAllowed, { kind: 'no' }>['why']]: string } = {
  opted_out: 'No se le piden recomendados: no quiere mensajes.',
  no_sale: 'Ana todavía no ha comprado.',
  ticket: 'No se le piden recomendados: hay un caso abierto.',
  unhappy: 'No se le piden recomendados: falta saber que quedó a gusto.',
  asked: 'No se le piden recomendados hasta el',
}

/** What is said then, by what was asked: a mark, a level, whether it is settled. */
const REPAIRS = [
  'Me sirve un número: 0 es «nada»',
  'Creo que no entendí bien. Con el número basta:',
  'Creo que no entendí bien. ¿Cómo quedó el caso 1?',
]

/** The shipped conversations, each on the real app with a database and a clock of its own. */
describe('the conversations of flows/tests', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))

  test('cover at least every repair', () => {
    expect(files.length).toBeGreaterThan(50)
  })

  test.each(files)('%s', async (file) => {
    const { failure } = await playFile(join(folder, file), project, config, ({ db }) => {
      expectMemoryAsStored(db)
      for (const reason of heldIn(db)) held.add(reason)
    })
    expect(failure).toBeNull()
  })

  test('have each clause of the gate hold something back', () => {
    expect(GATE_REASONS.filter((reason) => !held.has(reason))).toEqual([])
  })

  test.each(Object.entries(NOT_ASKED))('have somebody not asked for a friend: %s', (_, told) => {
    expect(files.some((file) => textOf(file).includes(told))).toBe(true)
  })

  test.each(REPAIRS)('have somebody not understood after a sale: %s', (words) => {
    expect(files.some((file) => textOf(file).includes(words))).toBe(true)
  })
})

function heldIn(db: Database): readonly string[] {
  const rows = db.raw.prepare<[], { held: string | null; reason: string | null }>(
    'select distinct held, reason from timers',
  )
  return rows.all().flatMap(({ held, reason }) => [held ?? [], reason ?? []].flat())
}

function textOf(file: string): string {
  return readFileSync(join(folder, file), 'utf8')
}
