import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { readConfig } from '../../src/config.js'
import { createLog } from '../../src/log.js'
import { differences } from '../../src/transcript/differences.js'
import { type Failure, runTranscript } from '../../src/transcript/run.js'
import { transcript } from '../../src/transcript/transcript.js'
import { project } from '../turn/_house.js'

const read = readConfig({ DATABASE_URL: 'sqlite:unused.db' })
if (!read.ok) throw new Error('bad settings')
const config = read.value

type Talk = readonly { readonly [line: string]: unknown }[]

function play(talk: Talk, more: object = {}): Promise<Failure | null> {
  const script = transcript.parse({ title: 't', ...more, talk })
  return runTranscript(script, project, config, createLog({ level: 'silent' }))
}

const ORDER = { prospect: 'necesito 20 camisetas polo' }
const SAID =
  'Buenos días. Soy el asistente automático de Uniformes Hilván. Las 20 camisetas polo le quedan en $840.000 con el logo bordado. ¿Para cuándo las necesita?'

describe('a transcript', () => {
  test('that is right passes, from the first line to the last', async () => {
    const failure = await play([
      ORDER,
      { bot: SAID },
      { slots: { quantity: 20, need: 'camisetas polo' } },
      { stage: 'lead' },
      { stages: ['visitor', 'lead'] },
      { outcome: null },
      { told_nothing: true },
      { passes: 'P1D' },
      { bot_says: 'Le guardo la cuenta' },
      { restarts: true },
      { prospect: 'para el 15 de mayo, tengo un millón' },
      { told: ['+573009990001', '$1.000.000'] },
      { owner: { text: 'tomar', reply: true } },
      { told: 'a su cargo' },
      { human: 'Hola, soy Rosalba' },
      { prospect: 'gracias' },
      { slots: { budget: { max: 1_000_000 } } },
      { stage: 'qualified' },
    ])
    expect(failure).toBeNull()
  })

  test('tells a burst, and quotes and reacts by words', async () => {
    const failure = await play([
      { prospect: ['hola', { text: 'necesito 20 camisetas polo', name: 'Ana' }] },
      { bot_says: '$840.000' },
      { prospect: { text: 'y eso?', replyTo: '$840.000' } },
      { bot_says: '¿' },
      { prospect: { reaction: { emoji: '👍', to: '$840.000' } } },
      { silence: true },
      { prospect: 'soy Ana, para el 27 de marzo, tengo un millón, yo decido' },
      { told: '+573009990001' },
      { owner: { reaction: '👍' } },
      { told: 'Ana queda a su cargo' },
      { owner: { text: 'deshacer', reply: 'queda a su cargo' } },
      { told: 'Ana vuelve a quedar sin nadie a cargo' },
      { owner: { reaction: '👍', to: 'Lead calificado' } },
      { told: 'Ana queda a su cargo' },
    ])
    expect(failure).toBeNull()
  })

  test.each<[string, Talk, Failure]>([
    [
      'other words than the bot says',
      [ORDER, { bot: 'Hola' }],
      { line: 2, expected: 'Hola', got: SAID },
    ],
    [
      'words that are nowhere in it',
      [ORDER, { bot_says: '$999' }],
      { line: 2, expected: '$999', got: SAID },
    ],
    ['silence where it speaks', [ORDER, { silence: true }], { line: 2, expected: '[]', got: SAID }],
    [
      'another stage',
      [ORDER, { bot_says: '$840.000' }, { stage: 'qualified' }],
      { line: 3, expected: '"qualified"', got: '"lead"' },
    ],
    [
      'stages in another order',
      [ORDER, { stages: ['lead', 'visitor'] }],
      { line: 2, expected: 'lead\nvisitor', got: 'visitor\nlead' },
    ],
    ['news that never came', [ORDER, { told: 'Ana' }], { line: 2, expected: 'Ana', got: '[]' }],
    [
      'another outcome',
      [{ prospect: 'necesito zapatos' }, { outcome: null }],
      { line: 2, expected: 'null', got: '"disqualified"' },
    ],
  ])(
    'that expects %s fails with the line, what was expected and what came',
    async (_, talk, failure) => {
      expect(await play(talk)).toEqual(failure)
    },
  )

  test('fails where a slot has another value, naming both', async () => {
    const failure = await play([ORDER, { slots: { quantity: 21 } }])
    expect(failure).toMatchObject({ line: 2 })
    expect(failure?.expected).toContain('21')
    expect(failure?.got).toContain('20')
  })

  test('fails at news where none was to come', async () => {
    const failure = await play([
      { prospect: 'quiero hablar con una persona' },
      { told_nothing: true },
    ])
    expect(failure).toMatchObject({ line: 2, expected: '[]' })
  })

  test('says each bubble once: a second look sees only what is new', async () => {
    expect(await play([ORDER, { bot: SAID }, { silence: true }])).toBeNull()
    expect(await play([ORDER, { bot: SAID }, { bot: SAID }])).toMatchObject({ line: 3, got: '[]' })
  })

  test('begins at its own hour, in its own treatment, with its own model', async () => {
    const failure = await play(
      [
        { prospect: 'hola, necesito 15 camisas' },
        { bot_says: ['buenas noches', '¿Para cuándo las necesitas?'] },
        { prospect: 'tienen parqueadero?' },
        { bot_says: 'Queda en Restrepo.' },
        { prospect: 'tienen wifi?' },
        { bot_says: 'Ese dato no lo tengo' },
      ],
      {
        at: '2026-03-10T20:00:00-05:00',
        business: { treatment: 'tú' },
        model: { parqueadero: { text: 'Queda en Restrepo.', facts: ['direccion'] } },
      },
    )
    expect(failure).toBeNull()
  })

  test('with an owner who has not written keeps their news until the hola', async () => {
    const talk = [
      { prospect: 'quiero hablar con una persona' },
      { told_nothing: true },
      { owner: 'hola' },
      { told: '+573009990001' },
    ]
    expect(await play(talk, { ownerActive: false })).toBeNull()
  })

  test('leaves nothing behind', async () => {
    // A folder of its own: others play transcripts at the same time.
    const folder = mkdtempSync(join(tmpdir(), 'porquesi-nothing-'))
    vi.stubEnv('TMPDIR', folder)
    await play([ORDER, { bot: 'Hola' }])
    vi.unstubAllEnvs()
    expect(readdirSync(folder)).toEqual([])
    rmSync(folder, { recursive: true })
  })
})

test.each([
  [{ title: 't', talk: [] }],
  [{ title: 't', talk: [{ prospct: 'hola' }] }],
  [{ title: 't', talk: [{ prospect: 'hola', bot: 'hola' }] }],
  [{ title: 't', talk: [{ stage: 'prospecto' }] }],
  [{ title: 't', at: 'ayer', talk: [ORDER] }],
  [{ talk: [ORDER] }],
  [{ title: 't', tlak: [ORDER], talk: [ORDER] }],
])('%j is no transcript', (written) => {
  expect(transcript.safeParse(written).success).toBe(false)
})

test.each([
  [{ a: 1 }, { a: 1, b: 2 }, false],
  [{ a: 1 }, { a: 2 }, true],
  [{ a: 1 }, {}, true],
  [{ a: null }, { a: null }, false],
  [{ a: { b: 1 } }, { a: { b: 1, c: 2 } }, false],
  [{ a: { b: 1 } }, { a: null }, true],
  [[1, 2], [1, 2], false],
  [[1, 2], [2, 1], true],
  [[1], [1, 2], true],
  [null, null, false],
  [null, 'won', true],
  ['a', 'a', false],
])('differences between %j and %j: %j', (expected, got, differ) => {
  expect(differences(expected, got)).toBe(differ)
})
