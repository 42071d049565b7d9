import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { playFile } from '../../src/commands/flows-test.js'
import type { Config } from '../../src/config.js'
import { loadProject } from '../../src/load.js'
import { expectMemoryAsStored } from '../store/_memory.js'

const flowsDir = join(import.meta.dirname, '../../flows')
const folder = join(flowsDir, 'tests')
const loaded = await loadProject({ flowsDir })
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error.problems))
const project = loaded.value

const path = join(tmpdir(), 'unused.db')
const config: Config = {
  web: { host: '127.0.0.1', port: 0 },
  database: { kind: 'sqlite', path, shown: path },
  flowsDir,
  logLevel: 'silent',
  channels: ['simulator'],
  whatsapp: { socketUrl: null, pairingNumber: null },
  sessionKey: null,
  simulatorRemote: false,
  settle: { kind: 'fixed', ms: 0 },
  pacing: 'off',
  model: null,
  transcription: null,
}

/** The shipped conversations, each on the real app with a database and a clock of its own. */
describe('the conversations of flows/tests', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))

  test('cover at least every repair', () => {
    expect(files.length).toBeGreaterThan(50)
  })

  test.each(files)('%s', async (file) => {
    const { failure } = await playFile(join(folder, file), project, config, ({ db }) =>
      expectMemoryAsStored(db),
    )
    expect(failure).toBeNull()
  })
})
