import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { expect, test } from 'vitest'

/**
 * Who may import whom, as in ARCHITECTURE.md. `type x`: only its types. `root` are the small files
 * beside `app.ts` (settings, log, clock, loading).
 */
const DOORS = ['type channels', 'type llm', 'type root']
const HOUSE = ['web', 'jobs', 'turn', 'store', 'channels', 'llm', 'core', 'root']
const MAY: { readonly [room: string]: readonly string[] } = {
  core: [],
  root: ['core'],
  store: ['core', 'type root'],
  channels: ['core', 'type root'],
  llm: ['core', 'type root'],
  turn: ['store', 'core', ...DOORS],
  jobs: ['turn', 'store', 'core', ...DOORS],
  web: ['turn', 'store', 'core', ...DOORS],
  app: HOUSE,
  commands: ['app', ...HOUSE],
  cli: ['commands', 'core', 'root'],
  main: ['cli', 'commands', 'core', 'root'],
}
const CORE_PACKAGES = ['zod', 'libphonenumber-js', 'libphonenumber-js/min']
const IMPURE = /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bprocess\.|\bawait\b/
const LONGEST_FILE = 250
const LONGEST_FUNCTION = 50
const TOP_FUNCTION = /^(?:export )?(?:async )?function (\w+)[\s\S]*?^\}/gm

const src = join(import.meta.dirname, '../src')
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, text: readFileSync(join(src, path), 'utf8') }))

test('every room imports only what it may see', () => {
  const found = files.flatMap(({ path, text }) =>
    importsOf(text).flatMap((one) => (isAllowed(path, one) ? [] : [`${path} → ${one.from}`])),
  )
  expect(found).toEqual([])
})

test('core is pure', () => {
  const found = files
    .filter(({ path }) => roomOf(path) === 'core')
    .flatMap(({ path, text }) =>
      withoutComments(text)
        .split('\n')
        .filter((line) => IMPURE.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    )
  expect(found).toEqual([])
})

test('no file is longer than 250 lines and no function longer than 50', () => {
  const long = files.filter(({ text }) => text.split('\n').length - 1 > LONGEST_FILE)
  expect(long.map(({ path }) => path)).toEqual([])
  const functions = files.flatMap(({ path, text }) =>
    [...text.matchAll(TOP_FUNCTION)]
      .filter(([whole]) => whole.split('\n').length > LONGEST_FUNCTION)
      .map(([, name]) => `${path} ${name}`),
  )
  expect(functions).toEqual([])
})

type Import = { readonly from: string; readonly typeOnly: boolean }

function importsOf(text: string): readonly Import[] {
  const pattern =
    /\b(?:import|export)\s+(type\s+)?(?:([^'";]*?)\s+from\s+)?'([^']+)'|\bimport\('([^']+)'\)/g
  return [...withoutComments(text).matchAll(pattern)].map(([, type, names, fixed, dynamic]) => ({
    from: fixed ?? dynamic ?? '',
    typeOnly: type !== undefined || isAllTypes(names ?? ''),
  }))
}

/** `{ type A, type B }` brings nothing to run either. */
function isAllTypes(names: string): boolean {
  const list = /^\{(.*)\}$/s.exec(names.trim())?.[1]
  if (list === undefined) return false
  return list.split(',').every((name) => name.trim() === '' || /^type\s/.test(name.trim()))
}

function isAllowed(path: string, { from, typeOnly }: Import): boolean {
  const room = roomOf(path)
  if (!from.startsWith('.')) return room !== 'core' || CORE_PACKAGES.includes(from)
  const other = roomOf(posix.join(dirname(path), from).replace(/\.js$/, '.ts'))
  const may = MAY[room] ?? []
  return other === room || may.includes(other) || (typeOnly && may.includes(`type ${other}`))
}

/** `core/flow/parse.ts` → `core`, `app.ts` → `app`, `clock.ts` → `root`. */
function roomOf(path: string): string {
  const [first = '', second] = path.replace(/\.ts$/, '').split('/')
  return second !== undefined || ['app', 'cli', 'main'].includes(first) ? first : 'root'
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}
