import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'

/** Programs other than the command line that people and benches import by path. */
const ENTRIES = [
  'main',
  'project/load',
  'app/app',
  'commands/bench/target',
  'project/lexicon-files',
]
/**
 * Left in their packages: one is machine code, one is only loaded once a number is linked, and brings a
 * package under the GPL that no bundle of ours shall contain, one once a language model is asked, and one, machine code
 * again, once a picture is drawn.
 */
const OUTSIDE = ['better-sqlite3', '@whiskeysockets/baileys', 'openai', '@resvg/resvg-js']

/**
 * Checks the types of `src/` and bundles it, packages included, into the folder `out`: starting
 * from a handful of files takes half the time of starting from a thousand. Throws an Error that
 * quotes what the compiler says. The code knows itself by `id`.
 */
export async function compileSources(root, out, id) {
  await Promise.all([checkTypes(root), bundle(root, out, id)])
}

function checkTypes(root) {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const args = [tsc, '-p', join(root, 'tsconfig.build.json')]
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: root }, (error, stdout, stderr) => {
      if (error === null) resolve()
      else reject(new Error(`${stdout}${stderr}`.trim() || error.message))
    })
  })
}

async function bundle(root, out, id) {
  const { build } = await import('rolldown')
  const src = join(root, 'src')
  const entries = ENTRIES.filter((name) => existsSync(join(src, `${name}.ts`)))
  await build({
    cwd: root,
    platform: 'node',
    input: Object.fromEntries(entries.map((name) => [flat(name), join(src, `${name}.ts`)])),
    external: OUTSIDE,
    transform: { define: { BUILD_ID: JSON.stringify(id) } },
    plugins: [ownPlace(src), leaveOut(), latin()],
    logLevel: 'silent',
    output: {
      dir: out,
      format: 'esm',
      sourcemap: true,
      // The maps are written for another folder than the one they end up in.
      sourcemapPathTransform: (source, map) =>
        relative(join(root, 'dist'), resolve(dirname(map), source)),
      // All in one folder: see `ownPlace`.
      entryFileNames: '[name].js',
      chunkFileNames: 'part-[name]-[hash].js',
      minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
    },
  })
  for (const name of entries) if (flat(name) !== name) forward(out, name)
}

/** Lets a source find its data by its own place, though it ends up in another file. */
function ownPlace(src) {
  return {
    name: 'own-place',
    transform(code, id) {
      if (!id.startsWith(src + sep) || !code.includes('import.meta.url')) return null
      const place = relative(src, id).split(sep).join('/').replace(/\.ts$/, '.js')
      const url = `new URL('./${place}', import.meta.url).href`
      return { code: code.replaceAll('import.meta.url', url), map: null }
    },
  }
}

/** Half a megabyte of Asian alphabets: loaded from its package if ever anybody posts in one. */
function leaveOut() {
  return {
    name: 'leave-out',
    resolveId(source, importer) {
      if (!source.startsWith('./tables/') || !importer?.includes('iconv-lite')) return null
      return { id: `iconv-lite/encodings/${source.slice(2)}`, external: true }
    },
  }
}

/** One character beyond Latin-1 makes the engine keep a whole file in twice the memory. */
function latin() {
  const asAscii = (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`
  return {
    name: 'latin',
    generateBundle(_, files) {
      for (const file of Object.values(files)) {
        if (file.type === 'chunk') file.code = file.code.replace(/[\u0100-\uffff]/g, asAscii)
      }
    },
  }
}

function flat(name) {
  return name.replaceAll('/', '-')
}

function forward(out, name) {
  const path = join(out, `${name}.js`)
  mkdirSync(dirname(path), { recursive: true })
  const up = '../'.repeat(name.split('/').length - 1)
  writeFileSync(path, `export * from '${up}${flat(name)}.js'\n`)
}
