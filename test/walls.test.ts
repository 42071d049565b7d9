import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { expect, test } from 'vitest'

/** Who may import whom, as in ARCHITECTURE.md. `type x`: only its types. */
const DOORS = ['type channels', 'type llm', 'type porch']
const HOUSE = ['web', 'turn', 'store', 'channels', 'llm', 'core', 'project', 'porch']
const MAY: { readonly [room: string]: readonly string[] } = {
  core: [],
  porch: ['core'],
  project: ['core'],
  store: ['core', 'type porch'],
  channels: ['core', 'type porch'],
  llm: ['core', 'type porch'],
  turn: ['store', 'core', ...DOORS],
  web: ['turn', 'store', 'core', ...DOORS],
  app: HOUSE,
  transcript: ['app', ...HOUSE],
  commands: ['transcript', 'app', ...HOUSE],
  cli: ['commands', 'core', 'porch'],
  main: ['cli', 'commands', 'core', 'project', 'porch'],
}
/** What stands beside `main.ts` and `cli.ts`. */
const PORCH = ['config', 'log', 'clock', 'stray-rejection']
const CORE_PACKAGES = ['zod']
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

test('no file is longer than 250 lines', () => {
  const long = files.filter(({ text }) => text.split('\n').length - 1 > LONGEST_FILE)
  expect(long.map(({ path }) => path)).toEqual([])
})

test('no function is longer than 50 lines', () => {
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

/** `core/flow/parse.ts` → `core`, `clock.ts` → `porch`; a file that stands nowhere is a room of its own. */
function roomOf(path: string): string {
  const [room = '', inside] = path.replace(/\.ts$/, '').split('/')
  return inside === undefined && PORCH.includes(room) ? 'porch' : room
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}
