import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { check, checkFolder, problemLines, writeSchema } from '../../src/commands/flows.js'
import { flowSchema } from '../../src/core/flow/schema.js'
import type { FlowHash } from '../../src/core/types.js'
import { saveCase } from '../../src/store/cases.js'
import { MESSAGES } from '../core/flow/written.js'
import { at, caseOf, newContact, temporaryDatabase } from '../store/_fixture.js'

const GOOD = fileURLToPath(new URL('../fixtures/flows-good', import.meta.url))
const SHIPPED = fileURLToPath(new URL('../../flows', import.meta.url))

async function checkAtTerminal(path: string): Promise<readonly string[]> {
  const stdout = new PassThrough()
  const io = { env: {}, cwd: '.', messages: MESSAGES, stdin: stdout, stdout, stderr: stdout }
  const database = { kind: 'sqlite' as const, path, shown: path }
  await check({ flowsDir: GOOD, database }, io)
  return String(stdout.read()).trimEnd().split('\n')
}

describe('flows check', () => {
  test('counts files and steps when all is well', async () => {
    expect(await checkFolder({ flowsDir: GOOD })).toEqual({
      code: 0,
      lines: ['Flujos en orden: 3 archivos, 14 pasos.'],
    })
  })

  test('says how many conversations an edit leaves on the old version', async () => {
    const hash = '0000000000000000' as FlowHash
    const live = [
      { flow: 'calificacion', hash, conversations: 7 },
      { flow: 'recordatorio', hash, conversations: 5 },
    ]
    const twelve = await checkFolder({ flowsDir: GOOD, live: async () => live })
    expect(twelve.lines).toEqual([
      'Flujos en orden: 3 archivos, 14 pasos.',
      '12 charlas abiertas terminan en la versión anterior.',
    ])
  })

  test('counts the conversations of the database that there is', async () => {
    const db = temporaryDatabase()
    const before = caseOf(db, newContact(db, '+573000000011'))
    const dialogue = { ...before.dialogue, flow: 'calificacion', status: 'talking' as const }
    saveCase(db, before, { ...before, dialogue }, at(1))
    const lines = await checkAtTerminal(db.path)
    expect(lines).toEqual([
      'Flujos en orden: 3 archivos, 14 pasos.',
      '1 charla abierta termina en la versión anterior.',
    ])
  })

  test('creates no database', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'flows-'))
    const lines = await checkAtTerminal(join(folder, 'new.db'))
    expect(readdirSync(folder)).toEqual([])
    rmSync(folder, { recursive: true })
    expect(lines).toEqual(['Flujos en orden: 3 archivos, 14 pasos.'])
  })

  test('ends with 2 and the count of problems and files', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'flows-'))
    const report = await checkFolder({ flowsDir: empty })
    rmSync(empty, { recursive: true })
    expect(report.code).toBe(2)
    expect(report.lines.at(-1)).toBe(
      '1 problema en 1 archivo. Porquesí no arranca hasta corregirlo.',
    )
    const problem = { line: 1, key: 'flows.yaml_tab', params: {} }
    const three = [
      { ...problem, file: 'flows/a.yaml' },
      { ...problem, file: 'flows/a.yaml', line: 2 },
      { ...problem, file: 'flows/b.yaml' },
    ]
    expect(problemLines(MESSAGES, three)).toEqual([
      'flows/a.yaml:1: hay una tabulación; usar espacios.',
      'flows/a.yaml:2: hay una tabulación; usar espacios.',
      'flows/b.yaml:1: hay una tabulación; usar espacios.',
      '3 problemas en 2 archivos. Porquesí no arranca hasta corregirlos.',
    ])
  })
})

describe('flows schema', () => {
  test('the one beside the flows is current (npm run -s porquesi -- flows schema)', () => {
    expect(readFileSync(join(SHIPPED, 'flow.schema.json'), 'utf8')).toBe(flowSchema())
  })

  test('is written into the folder it is asked for', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'flows-'))
    const report = await writeSchema(folder)
    const written: unknown = JSON.parse(readFileSync(join(folder, 'flow.schema.json'), 'utf8'))
    rmSync(folder, { recursive: true })
    expect(report.lines).toEqual([`Esquema escrito en ${join(folder, 'flow.schema.json')}.`])
    expect(written).toMatchObject({ type: 'object', required: ['id', 'title', 'steps'] })
  })
})
