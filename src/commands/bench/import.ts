import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Config } from '../../config.js'
import { contactsImport } from '../contacts/import.js'
import type { Io } from '../io.js'

export type ImportOptions = { readonly people: number; readonly lines: number }

type ImportLine = {
  readonly bench: 'import'
  readonly people: number
  readonly listMs: number
  /** The same list once more: nothing is new in it. */
  readonly againMs: number
  readonly chatLines: number
  readonly chatMs: number
}

/** Takes in a list of customers, that list again, and a chat, as the command line does. */
export async function benchImport(
  { people, lines }: ImportOptions,
  config: Config,
  io: Io,
): Promise<ImportLine> {
  const folder = mkdtempSync(join(tmpdir(), 'porquesi-bench-'))
  const path = join(folder, 'bench.db')
  const here: Config = { ...config, database: { kind: 'sqlite', path, shown: path } }
  try {
    writeFileSync(join(folder, 'list.csv'), listOf(people))
    writeFileSync(join(folder, 'talk.txt'), chatOf(lines))
    const listMs = await timed(['list.csv'], here, io, folder)
    const againMs = await timed(['list.csv'], here, io, folder)
    const chatMs = await timed(['talk.txt'], here, io, folder)
    return { bench: 'import', people, listMs, againMs, chatLines: lines, chatMs }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function timed(
  files: readonly string[],
  config: Config,
  io: Io,
  cwd: string,
): Promise<number> {
  const started = performance.now()
  // What it says stands on standard error: the figures have standard output to themselves.
  const code = await contactsImport(files, config, { ...io, cwd, stdout: io.stderr })
  if (code !== 0) throw new Error(`importing ${files.join(' ')} ended in ${code}`)
  return Math.round(performance.now() - started)
}

/** Every third has bought twice, and stands there twice. */
function listOf(people: number): string {
  const rows = Array.from({ length: people }, (_, n) => {
    const phone = `+5731${String(n).padStart(8, '0')}`
    const one = `${phone};Marta ${n};2025-0${1 + (n % 9)}-1${n % 10};${100_000 + n}`
    return n % 3 === 0 ? `${one}\n${phone};;2025-11-20;${200_000 + n}` : one
  })
  return `phone;name;date;amount\n${rows.join('\n')}\n`
}

function chatOf(lines: number): string {
  const rows = Array.from({ length: lines }, (_, n) => {
    const day = 1 + (Math.floor(n / 2_000) % 28)
    const minute = String(Math.floor(n / 34) % 60).padStart(2, '0')
    const author = n % 2 === 0 ? '+57 300 111 2233' : 'Taller'
    return `${day}/1${Math.floor(n / 56_000)}/25, 15:${minute} - ${author}: ${n}`
  })
  return rows.join('\n')
}
