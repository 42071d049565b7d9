import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as sources from '../src/project/load.js'

/** Flows are kept only by what is built: these tests ask that, not the sources. */
const ROOT = join(import.meta.dirname, '..')
const KEPT = join(ROOT, 'dist', 'kept-flows.json')
const folder = mkdtempSync(join(tmpdir(), 'porquesi-kept-'))
const business = join(folder, 'business.yaml')

let built: typeof sources
beforeAll(async () => {
  execFileSync(process.execPath, [join(ROOT, 'bin', 'build.mjs')])
  cpSync(join(ROOT, 'test', 'fixtures', 'flows-good'), folder, { recursive: true })
  built = await import(pathToFileURL(join(ROOT, 'dist', 'project', 'load.js')).href)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function nameRead(): Promise<string> {
  const loaded = await built.loadFlows(folder)
  return loaded.ok ? loaded.value.business.name : `problems: ${loaded.error.problems.length}`
}

test('what is kept of the flows says the same as reading them', async () => {
  const read = await sources.loadFlows(folder)
  expect(read.ok).toBe(true)
  expect(await built.loadFlows(folder)).toStrictEqual(read)
  expect(await built.loadFlows(folder)).toStrictEqual(read)
})

test('an edit counts at once, a bad one too, and so does taking it back', async () => {
  const text = readFileSync(business, 'utf8')
  expect(await nameRead()).toBe('Uniformes Hilván')
  writeFileSync(business, text.replace('Uniformes Hilván', 'Uniformes Hilvén'))
  expect(await nameRead()).toBe('Uniformes Hilvén')
  writeFileSync(business, text.replace('Uniformes Hilván', ''))
  expect(await nameRead()).toMatch(/^problems: [1-9]/)
  writeFileSync(business, text)
  expect(await nameRead()).toBe('Uniformes Hilván')
})

test('a file of kept flows that is cut short does no harm', async () => {
  await nameRead()
  writeFileSync(KEPT, readFileSync(KEPT, 'utf8').slice(0, -100))
  expect(await nameRead()).toBe('Uniformes Hilván')
})
