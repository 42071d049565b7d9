import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { flowsTest } from '../../src/commands/flows-test.js'
import { readConfig } from '../../src/config.js'
import { project } from '../turn/_house.js'
import { createTerminal } from './terminal.js'

const TALK = 'talk:\n  - prospect: "hola"\n  - bot_says: "uniformes"\n'

/** Plays those of `ana`, `ana-2` and `luis` that the names mean; which ones were. */
async function played(...names: readonly string[]): Promise<readonly string[]> {
  const flowsDir = mkdtempSync(join(tmpdir(), 'porquesi-names-'))
  onTestFinished(() => rmSync(flowsDir, { recursive: true }))
  for (const name of readdirSync('flows')) {
    if (name.endsWith('.yaml')) cpSync(join('flows', name), join(flowsDir, name))
  }
  mkdirSync(join(flowsDir, 'tests'))
  for (const name of ['ana', 'ana-2', 'luis']) {
    writeFileSync(join(flowsDir, 'tests', `${name}.yaml`), `title: "${name}"\n${TALK}`)
  }
  const read = readConfig({ FLOWS_DIR: flowsDir })
  if (!read.ok) throw new Error('bad settings')
  const { io, printed } = createTerminal(project.messages)
  await flowsTest(names, read.value, io)
  return [...printed().out.matchAll(/^✓ (\S+)\.yaml/gm)].map(([, name]) => name ?? '')
}

test.each([
  [[], ['ana-2', 'ana', 'luis']],
  [['ana'], ['ana']],
  [
    ['ana.yaml', 'luis'],
    ['ana', 'luis'],
  ],
  [['an'], ['ana-2', 'ana']],
  [
    ['ana-', 'l'],
    ['ana-2', 'luis'],
  ],
  [['eva'], []],
])('flows test %j plays %j', async (names, files) => {
  expect(await played(...names)).toEqual(files)
})
