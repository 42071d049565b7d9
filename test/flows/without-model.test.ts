import { appendFileSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { playFile } from '../../src/commands/flows-test.js'
import { type Config, readConfig } from '../../src/config.js'
import { loadProject } from '../../src/project/load.js'
import { createModelServer } from '../llm/_server.js'

/** All of them under `npm run bench -- without`. */
const full = process.env.WITHOUT_REPORT !== undefined

/** Otherwise those in which most hangs on how a message came. */
const TELLING = [
  'audio-con-una-pregunta',
  'caso-de-una-peticion',
  'entra-una-persona',
  'la-cantidad-es-de-lo-ultimo',
  'lo-que-no-esta-en-la-lista',
  'mensaje-atrasado',
]

const flowsDir = join(import.meta.dirname, '../../flows')
const folder = join(flowsDir, 'tests')
const loaded = await loadProject({ flowsDir })
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error.problems))
const project = loaded.value

const read = readConfig({
  DATABASE_URL: `sqlite:${join(tmpdir(), 'unused.db')}`,
  LOG_LEVEL: 'silent',
  PACING: 'off',
})
if (!read.ok) throw new Error('bad settings')
const config = read.value

/** Conversations that tell of no model, scripted or missing. */
const FILES = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .filter((name) => !/^model:|sin-modelo/m.test(readFileSync(join(folder, name), 'utf8') + name))
  .filter((name) => full || TELLING.includes(name.replace('.yaml', '')))

const SETTINGS = {
  apiKey: null,
  model: 'm',
  promptsDir: join(import.meta.dirname, '../../prompts'),
  dailyTokens: null,
  callsPerContactHour: 30,
}

type Played = { readonly failed: readonly string[]; readonly seconds: number }

async function playAll(model: Config['model']): Promise<Played> {
  const begun = performance.now()
  const failed: string[] = []
  for (const file of FILES) {
    const { failure } = await playFile(join(folder, file), project, config, () => {}, model)
    if (failure !== null) failed.push(`${file}: ${JSON.stringify(failure)}`)
  }
  return { failed, seconds: Math.round((performance.now() - begun) / 100) / 10 }
}

function report(model: string, { failed, seconds }: Played): void {
  const path = process.env.WITHOUT_REPORT
  if (path === undefined) return
  const line = {
    bench: 'without',
    model,
    conversations: FILES.length,
    failed: failed.length,
    seconds,
  }
  appendFileSync(path, `${JSON.stringify(line)}\n`)
}

describe('every conversation goes as without a model', { timeout: 300_000 }, () => {
  const alone = full ? test : () => undefined
  // In a test of its own otherwise.
  alone('where there is none', async () => {
    const played = await playAll(null)
    report('none', played)
    expect(FILES.length).toBeGreaterThan(150)
    expect(played.failed).toEqual([])
  })

  test('where nobody listens', async () => {
    const server = await createModelServer(() => undefined)
    // Nobody ever listens on the discard port of this machine.
    const played = await playAll({ ...SETTINGS, baseUrl: 'http://127.0.0.1:9/v1' })
    report('unreachable', played)
    expect(played.failed).toEqual([])
    expect(server.asked).toEqual([])
  })

  test('where its budget is spent, and it is not asked', async () => {
    const server = await createModelServer(() => undefined)
    const played = await playAll({ ...SETTINGS, baseUrl: server.url, dailyTokens: 0 })
    report('spent', played)
    expect(played.failed).toEqual([])
    expect(server.asked).toEqual([])
  })
})
