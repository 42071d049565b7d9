import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { webDepsOf } from '../../src/app/web-deps.js'
import { createLog } from '../../src/log.js'
import { loadProject, type Project } from '../../src/project/load.js'
import { ANA, LUIS, openApp, phone, project, writes } from '../turn/_house.js'

/** The shipped project with some words of its files replaced. */
async function edited(
  changes: Readonly<Record<string, readonly [string, string]>>,
): Promise<Project> {
  const folder = mkdtempSync(join(tmpdir(), 'porquesi-reload-'))
  cpSync('flows', folder, { recursive: true })
  for (const [file, [found, text]] of Object.entries(changes)) {
    const before = readFileSync(join(folder, file), 'utf8')
    if (!before.includes(found)) throw new Error(`${file} does not say: ${found}`)
    writeFileSync(join(folder, file), before.replaceAll(found, text))
  }
  const loaded = await loadProject({ flowsDir: folder, data: project })
  rmSync(folder, { recursive: true })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error.problems))
  return loaded.value
}

const OTHER_WORDS = await edited({
  'qualification.yaml': ['tiene pensado gastar', 'piensa invertir'],
})

describe('an edited project', () => {
  test('is what whoever writes from now on is talked to with', async () => {
    const app = openApp()
    await writes(app, ANA, '20 camisetas polo')
    app.reload(OTHER_WORDS)
    expect(app.project).toBe(OTHER_WORDS)
    await writes(app, LUIS, '20 camisetas polo')
    expect((await writes(app, LUIS, 'para el 15 de abril')).join()).toContain('piensa invertir')
  })

  test('leaves a conversation under way in the version it began with', async () => {
    const app = openApp()
    await writes(app, ANA, '20 camisetas polo')
    app.reload(OTHER_WORDS)
    const said = (await writes(app, ANA, 'para el 15 de abril')).join()
    expect(said).toContain('tiene pensado gastar')
  })

  test('has its facts, prices and people at once, also in a conversation under way', async () => {
    const app = openApp()
    await writes(app, ANA, 'hola')
    app.reload(await edited({ 'business.yaml': ['price: 42000', 'price: 45000'] }))
    expect((await writes(app, ANA, '20 camisetas polo')).join()).toContain('$900.000')
    app.reload(
      await edited({ 'business.yaml': ['en el barrio Restrepo, en Bogotá', 'en la calle 20'] }),
    )
    expect((await writes(app, ANA, '¿dónde quedan?')).join()).toContain('en la calle 20')
    app.reload(await edited({ 'business.yaml': ['+573000000001', '+573110000001'] }))
    await writes(app, '+573110000001', 'hola')
    expect(phone(app, '+573110000001').join()).toContain('Hola, Rosalba.')
  })

  test('says its reminders in their newest words', async () => {
    const app = openApp()
    await writes(app, ANA, '20 camisetas polo')
    app.reload(await edited({ 'silence.yaml': ['Le guardo la cuenta', 'Sigue en pie la cuenta'] }))
    await app.advance('P1D')
    expect(phone(app, ANA).join()).toContain('Sigue en pie la cuenta')
  })

  test('is what the pages show too', async () => {
    const app = openApp()
    const deps = webDepsOf(app, createLog({ level: 'silent' }))
    let changes = 0
    app.subscribe(() => {
      changes += 1
    })
    app.reload(await edited({ 'business.yaml': ['Uniformes Hilván', 'Hilván y Cía.'] }))
    expect(deps.business.name).toBe('Hilván y Cía.')
    expect(changes).toBe(1)
  })
})
