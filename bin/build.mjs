/**
 * Builds `dist/` from `src/` and `data/` when it is not current. Needs nothing but what `npm ci`
 * installs. Silent unless something fails.
 */
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { withLock } from './lock.mjs'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const DIST = join(ROOT, 'dist')
const STAMP = join(DIST, '.stamp')
// Beside the packages: git does not look there, and it is on the same disk, so a rename is enough.
const CACHE = join(ROOT, 'node_modules', '.cache', 'porquesi')
const INPUTS = ['src', 'data', 'bin', 'tsconfig.json', 'tsconfig.build.json', 'package.json']
const NOT_INPUTS = new Set([join(ROOT, 'data', 'local')])
/** Somebody's database put there, and what stands beside it, changes with every message. */
const DATABASE = /\.db(?:[-.]\w+)*$|-phones\.jsonl$/
const COMPILERS = ['typescript', 'rolldown'].map((name) => join(ROOT, 'node_modules', name))

/**
 * Whether `dist/` was built from something else than what stands there now. Looks at sizes and
 * times only; where those differ (a copy, a checkout) the contents decide.
 */
export function isStale() {
  // An installation without sources has nothing to be older than.
  if (!existsSync(join(ROOT, 'src'))) return !existsSync(join(DIST, 'main.js'))
  const stamp = readStamp()
  if (stamp === null || !existsSync(join(DIST, 'main.js'))) return true
  const files = inputFiles()
  const quick = quickDigest(files)
  if (stamp.quick === quick) return false
  if (stamp.content !== contentDigest(files)) return true
  tryTo(() => writeFileSync(STAMP, JSON.stringify({ ...stamp, quick })))
  return false
}

/**
 * Builds when stale; several processes that find it stale at once build it once. What keeps it from
 * succeeding is thrown as an Error whose message is meant for the terminal.
 */
export async function buildIfStale() {
  if (!isStale()) return
  if (!existsSync(join(ROOT, 'src'))) throw new Error('Falta dist/: instalar de nuevo.')
  if (!COMPILERS.every((path) => existsSync(path))) {
    throw new Error('dist/ no está al día y falta el compilador. Para instalarlo: npm ci')
  }
  mkdirSync(CACHE, { recursive: true })
  await withLock(join(CACHE, 'build.lock'), async () => {
    if (isStale()) await build()
  })
}

async function build() {
  const files = inputFiles()
  // Taken before compiling: what is edited meanwhile makes the result stale, never wrong.
  const stamp = { quick: quickDigest(files), content: contentDigest(files) }
  const next = join(CACHE, `next-${process.pid}`)
  rmSync(next, { recursive: true, force: true })
  const { compileSources } = await import('./compile-sources.mjs')
  try {
    await Promise.all([compileSources(ROOT, next, stamp.content), compileData(join(next, 'data'))])
    await makeLexiconReady(next)
    const assets = join(ROOT, 'src', 'web', 'assets')
    if (existsSync(assets)) cpSync(assets, join(next, 'web', 'assets'), { recursive: true })
    writeFileSync(join(next, '.stamp'), JSON.stringify(stamp))
    swapIn(next)
  } finally {
    rmSync(next, { recursive: true, force: true })
  }
  await keepShippedFlows()
}

/** Done by the program's own code, which by now is there. */
async function makeLexiconReady(next) {
  const code = join(next, 'project', 'lexicon-files.js')
  if (!existsSync(code)) return
  const { lexiconFiles } = await import(pathToFileURL(code).href)
  const path = join(next, 'data', 'lexicon.json')
  const { json, cells } = lexiconFiles(JSON.parse(readFileSync(path, 'utf8')))
  writeFileSync(path, json)
  writeFileSync(join(next, 'data', 'lexicon.cells'), cells)
}

/** The first start shall find the flows read already, like every later one. */
async function keepShippedFlows() {
  const load = join(DIST, 'project', 'load.js')
  if (!existsSync(load)) return
  const { loadFlows } = await import(pathToFileURL(load).href)
  // What is wrong with them is for the start to say.
  await loadFlows(join(ROOT, 'flows')).catch(() => {})
}

async function compileData(out) {
  mkdirSync(out, { recursive: true })
  const data = join(ROOT, 'data')
  const write = (name, value) => writeFileSync(join(out, `${name}.json`), JSON.stringify(value))
  const compiler = (name) => import(new URL(`./compile-${name}.mjs`, import.meta.url).href)
  const { compileMessages } = await compiler('messages')
  write('messages', compileMessages(join(data, 'messages'), 'es'))
  const { compileLexicon } = await compiler('lexicon')
  write('lexicon', compileLexicon(join(data, 'lexicon')))
  const { compileHolidays } = await compiler('holidays')
  write('holidays', compileHolidays())
  const { parse } = await import('yaml')
  write('policies', parse(readFileSync(join(data, 'policies.yaml'), 'utf8')))
}

/** A folder cannot be replaced in one step, but never half of one stands under the name. */
function swapIn(next) {
  const old = join(CACHE, `old-${process.pid}`)
  for (let attempt = 1; ; attempt++) {
    if (existsSync(DIST)) tryTo(() => renameSync(DIST, old))
    try {
      renameSync(next, DIST)
      break
    } catch (error) {
      if (attempt === 3) throw error
    } finally {
      rmSync(old, { recursive: true, force: true })
    }
  }
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(STAMP, 'utf8'))
  } catch {
    return null
  }
}

function inputFiles() {
  const files = []
  const visit = (path) => {
    if (NOT_INPUTS.has(path) || DATABASE.test(path)) return
    const stat = statSync(path, { throwIfNoEntry: false })
    if (stat === undefined) return
    if (!stat.isDirectory()) files.push({ path, stat })
    else for (const name of readdirSync(path).sort()) visit(join(path, name))
  }
  for (const input of INPUTS) visit(join(ROOT, input))
  return files
}

function quickDigest(files) {
  const hash = createHash('sha256')
  for (const { path, stat } of files) {
    hash.update(`${relative(ROOT, path)}\n${stat.size}\n${stat.mtimeMs}\n${stat.ctimeMs}\n`)
  }
  return hash.digest('hex')
}

function contentDigest(files) {
  const hash = createHash('sha256')
  for (const { path, stat } of files) {
    hash.update(`${relative(ROOT, path)}\n${stat.size}\n`).update(readFileSync(path))
  }
  return hash.digest('hex')
}

function tryTo(action) {
  try {
    action()
  } catch {
    // Not needed for a right result: the next run simply does the work again.
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await buildIfStale().catch((error) => {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  })
}
