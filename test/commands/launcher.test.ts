import { execFile } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const TIMEOUT_MS = 60_000

let home: string
beforeEach(() => {
  home = copyProject()
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

/** The real launcher and build around a program of one line. */
function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'porquesi-launcher-'))
  for (const name of ['bin', 'package.json', 'tsconfig.json', 'tsconfig.build.json']) {
    cpSync(join(ROOT, name), join(folder, name), { recursive: true })
  }
  // Working out the holidays of a continent takes longer than all the rest.
  const holidays = 'export const compileHolidays = () => ({ CO: [20454] })\n'
  writeFileSync(join(folder, 'bin', 'compile-holidays.mjs'), holidays)
  mkdirSync(join(folder, 'data', 'messages'), { recursive: true })
  mkdirSync(join(folder, 'data', 'lexicon'))
  writeFileSync(join(folder, 'data', 'messages', 'es.yaml'), 'uno:\n  saludo: "hola"\n')
  writeFileSync(join(folder, 'data', 'policies.yaml'), 'default: {}\n')
  mkdirSync(join(folder, 'node_modules'))
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (!name.startsWith('.')) {
      symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name))
    }
  }
  mkdirSync(join(folder, 'src', 'web', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'src', 'web', 'assets', 'page.css'), 'a {}')
  writeProgram(folder, 'uno')
  return folder
}

function writeProgram(folder: string, word: string): void {
  writeFileSync(
    join(folder, 'src', 'main.ts'),
    `process.stdout.write('${word} ' + process.argv[2])\n`,
  )
}

type Ran = { readonly code: number; readonly out: string; readonly err: string }

function launch(...args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const command = [join(home, 'bin', 'porquesi.mjs'), ...args]
    execFile(process.execPath, command, { cwd: tmpdir() }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err })
    })
  })
}

function builtAt(): number {
  return statSync(join(home, 'dist', 'main.js')).ino
}

describe('the launcher', () => {
  test('builds what was never built and prints nothing of its own', {
    timeout: TIMEOUT_MS,
  }, async () => {
    expect(await launch('a')).toEqual({ code: 0, out: 'uno a', err: '' })
    for (const name of ['messages', 'lexicon', 'holidays', 'policies']) {
      expect(
        JSON.parse(readFileSync(join(home, 'dist', 'data', `${name}.json`), 'utf8')),
      ).toBeTypeOf('object')
    }
    expect(existsSync(join(home, 'dist', 'web', 'assets', 'page.css'))).toBe(true)
    expect(readdirSync(join(home, 'node_modules', '.cache', 'porquesi'))).toEqual([])
  })

  test('builds again only when something changed', { timeout: TIMEOUT_MS }, async () => {
    await launch('a')
    const first = builtAt()
    await launch('a')
    const main = join(home, 'src', 'main.ts')
    utimesSync(main, new Date(), new Date())
    expect((await launch('a')).out).toBe('uno a')
    expect(builtAt()).toBe(first)

    const { atime, mtime } = statSync(main)
    writeProgram(home, 'dos')
    // As long and as old as before: still another program.
    utimesSync(main, atime, mtime)
    expect((await launch('a')).out).toBe('dos a')

    appendFileSync(join(home, 'data', 'messages', 'es.nuevo.yaml'), 'nuevo:\n  saludo: "hola"\n')
    await launch('a')
    const messages = readFileSync(join(home, 'dist', 'data', 'messages.json'), 'utf8')
    expect(JSON.parse(messages)).toMatchObject({ 'nuevo.saludo': 'hola' })
  })

  test('does not run old code when the new one is broken', { timeout: TIMEOUT_MS }, async () => {
    await launch('a')
    writeFileSync(join(home, 'src', 'main.ts'), 'const n: number = "x"\nprocess.stdout.write(n)\n')
    const { code, out, err } = await launch('a')
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain('src/main.ts')
    expect(err).not.toContain('at ')
  })

  test('builds once when many start at the same time', { timeout: TIMEOUT_MS }, async () => {
    const ran = await Promise.all(['a', 'b', 'c', 'd'].map((word) => launch(word)))
    expect(ran.map(({ out }) => out)).toEqual(['uno a', 'uno b', 'uno c', 'uno d'])
    expect(ran.map(({ err }) => err).join('')).toBe('')
    expect(readdirSync(join(home, 'node_modules', '.cache', 'porquesi'))).toEqual([])
  })

  test('is not held up by a build that died', { timeout: TIMEOUT_MS }, async () => {
    const cache = join(home, 'node_modules', '.cache', 'porquesi')
    mkdirSync(cache, { recursive: true })
    // Above the highest process number that Linux gives.
    writeFileSync(join(cache, 'build.lock'), '4194305')
    expect((await launch('a')).out).toBe('uno a')
  })

  test('without a compiler runs what is current and explains what is not', {
    timeout: TIMEOUT_MS,
  }, async () => {
    await launch('a')
    rmSync(join(home, 'node_modules', 'typescript'))
    expect((await launch('a')).out).toBe('uno a')
    writeProgram(home, 'dos')
    expect(await launch('a')).toEqual({
      code: 1,
      out: '',
      err: 'dist/ no está al día y falta el compilador. Para instalarlo: npm ci\n',
    })
  })

  test('without sources runs what was built', { timeout: TIMEOUT_MS }, async () => {
    await launch('a')
    rmSync(join(home, 'src'), { recursive: true })
    expect((await launch('a')).out).toBe('uno a')
  })
})
