import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { App } from '../../src/app/app.js'
import { followFlows } from '../../src/commands/follow-flows.js'
import { createLog } from '../../src/log.js'
import { MESSAGES } from '../core/flow/written.js'
import { openApp } from '../turn/_house.js'
import { createTerminal } from './terminal.js'

type Followed = {
  readonly app: App
  readonly folder: string
  /** Everything printed so far, errors after the rest. */
  readonly printed: () => string
  readonly logged: () => readonly string[]
  readonly stop: () => void
}

function follow(): Followed {
  const folder = join(mkdtempSync(join(tmpdir(), 'porquesi-follow-')), 'flows')
  cpSync('flows', folder, { recursive: true })
  const app = openApp({ config: { flowsDir: folder } })
  const { io, printed } = createTerminal(MESSAGES)
  const logged: string[] = []
  const to = { write: (line: string) => void logged.push(line) }
  const stop = followFlows(app, io, createLog({ level: 'warn', to }))
  onTestFinished(() => {
    stop()
    rmSync(join(folder, '..'), { recursive: true, force: true })
  })
  let all = ''
  return {
    app,
    folder,
    printed: () => {
      const { out, err } = printed()
      all += out + err
      return all
    },
    logged: () => logged,
    stop,
  }
}

function edit({ folder }: Followed, file: string, found: string, text: string): void {
  const path = join(folder, file)
  const before = readFileSync(path, 'utf8')
  if (!before.includes(found)) throw new Error(`${file} does not say: ${found}`)
  writeFileSync(path, before.replaceAll(found, text))
}

const until = (check: () => void): Promise<void> =>
  vi.waitFor(check, { timeout: 15_000, interval: 20 })

test('an edit is taken up and said', async () => {
  const followed = follow()
  edit(followed, 'silence.yaml', 'Recordar lo que', 'Recordar todo lo que')
  await until(() => expect(followed.printed()).toBe('Cambios tomados: silence.yaml.\n'))
  const titles = followed.app.project.flows.map(({ title }) => title)
  expect(titles).toContain('Recordar todo lo que quedó pendiente')
})

test('so is one that an editor saves by putting another file in its place', async () => {
  const followed = follow()
  const next = join(followed.folder, 'business.yaml~')
  const text = readFileSync(join(followed.folder, 'business.yaml'), 'utf8')
  writeFileSync(next, text.replace('Uniformes Hilván', 'Otro taller'))
  renameSync(next, join(followed.folder, 'business.yaml'))
  await until(() => expect(followed.printed()).toBe('Cambios tomados: business.yaml.\n'))
  expect(followed.app.project.business.name).toBe('Otro taller')
})

test('a broken one is told with its line and remedy, and the old version stays in force', async () => {
  const followed = follow()
  const before = followed.app.project
  edit(followed, 'silence.yaml', 'next: descanso', 'next: descnso')
  await until(() => expect(followed.printed()).toContain('Sigue en pie la versión anterior'))
  expect(followed.printed()).toMatch(
    /silence\.yaml:\d+: el paso «descnso» no existe\. ¿Será «descanso»\?[\s\S]*1 problema\. Sigue en pie la versión anterior hasta corregirlo\.\n$/,
  )
  expect(followed.logged().join()).toContain('"kind":"flows.unknown_step_near"')
  expect(followed.app.project).toBe(before)
  edit(followed, 'silence.yaml', 'next: descnso', 'next: descanso')
  await until(() => expect(followed.printed()).toContain('otra vez en orden, como estaban.\n'))
  expect(followed.app.project).toBe(before)
})

test('a new flow, one that goes, and a comment that changes nothing', async () => {
  const followed = follow()
  const path = join(followed.folder, 'otra.yaml')
  writeFileSync(path, 'id: otra\ntitle: "Otra"\nsteps: [{ end: done }]\n')
  await until(() => expect(followed.printed()).toContain('Cambios tomados: otra.yaml.\n'))
  edit(followed, 'silence.yaml', 'id: silence', '# Un comentario.\nid: silence')
  rmSync(path)
  await until(() =>
    expect(followed.printed()).toBe('Cambios tomados: otra.yaml.\nCambios tomados: otra.yaml.\n'),
  )
  expect(followed.app.project.flows.map(({ id }) => id)).not.toContain('otra')
})

test('a folder that another one takes the place of is followed on', async () => {
  const followed = follow()
  const { folder } = followed
  cpSync(folder, `${folder}-next`, { recursive: true })
  renameSync(folder, `${folder}-old`)
  await until(() => expect(followed.printed()).toContain('la carpeta no existe'))
  renameSync(`${folder}-next`, folder)
  await until(() => expect(followed.printed()).toContain('otra vez en orden'))
  edit(followed, 'silence.yaml', 'Recordar lo que', 'Recordar todo lo que')
  await until(() => expect(followed.printed()).toContain('Cambios tomados: silence.yaml.'))
})

test('once stopped, nothing is taken up or said any more', async () => {
  const [stopped, other] = [follow(), follow()]
  stopped.stop()
  for (const one of [stopped, other]) edit(one, 'silence.yaml', 'Recordar lo', 'Recordar todo lo')
  await until(() => expect(other.printed()).toContain('Cambios tomados'))
  expect(stopped.printed()).toBe('')
})
