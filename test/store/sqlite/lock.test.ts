import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DatabaseError } from '../../../src/store/sqlite/database-error.js'
import { lockDatabase, lockHolder } from '../../../src/store/sqlite/lock.js'
import { temporaryFolder } from '../_fixture.js'

const root = join(import.meta.dirname, '../../..')
// Inside the project, so that the compiled files find their packages.
const compiled = join(root, 'node_modules', '.cache', `porquesi-lock-test-${process.pid}`)

beforeAll(() => {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const source = join(root, 'src', 'store', 'sqlite', 'lock.ts')
  const options = ['--module', 'nodenext', '--target', 'es2023', '--skipLibCheck', '--strict']
  const out = ['--types', 'node', '--outDir', compiled, '--ignoreConfig', source]
  mkdirSync(compiled, { recursive: true })
  writeFileSync(join(compiled, 'package.json'), '{"type":"module"}')
  execFileSync(process.execPath, [tsc, ...options, ...out], { cwd: root, encoding: 'utf8' })
}, 60_000)

afterAll(() => rmSync(compiled, { recursive: true, force: true }))

test('another process is refused, with the pid of the one that holds it', async () => {
  const path = join(temporaryFolder(), 'porquesi.db')
  const { child } = await holder(path)
  expect(refusal(path)).toMatchObject({ kind: 'busy', pid: child.pid, path })
  await kill(child)
})

test('who holds it is found out without locking anything', async () => {
  const path = join(temporaryFolder(), 'porquesi.db')
  expect(lockHolder(path)).toBeNull()
  const { child } = await holder(path)
  expect(lockHolder(path)).toEqual({ pid: child.pid })
  rmSync(`${path}.pid`)
  expect(lockHolder(path)).toEqual({ pid: null })
  await kill(child)
  expect(lockHolder(path)).toBeNull()
  lockDatabase(path).release()
})

test('after kill -9 nothing blocks the next one', async () => {
  const path = join(temporaryFolder(), 'porquesi.db')
  const { child } = await holder(path)
  await kill(child)
  const lock = lockDatabase(path)
  lock.release()
})

test('a reused pid in the file does not matter', () => {
  const path = join(temporaryFolder(), 'porquesi.db')
  writeFileSync(`${path}.pid`, `${process.pid}\n`)
  lockDatabase(path).release()
})

test('holds against another process until released', async () => {
  const path = join(temporaryFolder(), 'porquesi.db')
  const lock = lockDatabase(path)
  expect((await holder(path)).says).toBe(`busy ${process.pid}`)
  lock.release()
  const { child, says } = await holder(path)
  expect(says).toBe('locked')
  await kill(child)
})

test('holds within one process too, and can be released twice', () => {
  const path = join(temporaryFolder(), 'deep', 'porquesi.db')
  const lock = lockDatabase(path)
  expect(refusal(path)).toMatchObject({ kind: 'busy', pid: process.pid })
  lock.release()
  lock.release()
  lockDatabase(path).release()
})

test('says unwritable when there can be no lock file', () => {
  const file = join(temporaryFolder(), 'file')
  writeFileSync(file, '')
  expect(refusal(join(file, 'porquesi.db'))).toMatchObject({ kind: 'unwritable' })
})

/** A process that tries to lock `path`, says how that went and stays alive if it succeeded. */
async function holder(path: string): Promise<{ child: ChildProcess; says: string }> {
  const url = pathToFileURL(join(compiled, 'lock.js')).href
  const script = `
    const { lockDatabase } = await import(${JSON.stringify(url)})
    try {
      globalThis.lock = lockDatabase(${JSON.stringify(path)})
      process.stdout.write('locked')
      setInterval(() => {}, 1000)
    } catch (error) {
      process.stdout.write(error.kind + ' ' + error.pid)
    }`
  const args = ['--input-type=module', '--eval', script]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [data] = await once(child.stdout, 'data')
  return { child, says: String(data) }
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

function refusal(path: string): unknown {
  try {
    lockDatabase(path).release()
  } catch (error) {
    if (error instanceof DatabaseError) return error
    throw error
  }
  return null
}
