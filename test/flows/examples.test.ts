import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { playFile } from '../../src/commands/flows-test.js'
import { loadProject } from '../../src/project/load.js'
import { playConfig } from './play-config.js'

const root = join(import.meta.dirname, '../..')
const scratch = mkdtempSync(join(tmpdir(), 'porquesi-examples-'))
afterAll(() => rmSync(scratch, { recursive: true }))

/** Each business of docs/examples/, laid over the shipped flows as its owner would, with its own conversations. */
describe.each(readdirSync(join(root, 'docs/examples')))('docs/examples/%s', async (name) => {
  const example = join(root, 'docs/examples', name)
  const flowsDir = join(scratch, name)
  mkdirSync(flowsDir)
  for (const folder of [join(root, 'flows'), example]) {
    for (const file of readdirSync(folder).filter((each) => each.endsWith('.yaml'))) {
      // Its words are the workshop's, and no example uses it.
      if (file !== 'qualification-champ.yaml')
        copyFileSync(join(folder, file), join(flowsDir, file))
    }
  }
  const loaded = await loadProject({ flowsDir })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error.problems))
  const project = loaded.value

  test.each(readdirSync(join(example, 'tests')))('%s', async (file) => {
    const { failure } = await playFile(join(example, 'tests', file), project, playConfig(flowsDir))
    expect(failure).toBeNull()
  })
})
