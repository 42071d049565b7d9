import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

type FileProblem = 'too_big' | 'wrong_type' | 'wrong_content' | 'disk_full' | 'cut'

type KeptFile =
  | { readonly ok: true; readonly file: string }
  | { readonly ok: false; readonly error: { readonly kind: FileProblem; readonly cause: unknown } }

export type FileRules = {
  readonly mostBytes: number
  /** Whether a file that begins so may be what it says it is. */
  readonly accepts: (head: Uint8Array) => boolean
  /** The hash it has to have, in base64url; null where that is not known. */
  readonly sha256: string | null
}

/** Files as they came, under the hash of their content and no other name. Nothing here looks into them. */
export type MediaFiles = {
  /** Writes a stream down as it comes; what breaks a rule leaves nothing behind. */
  keep(bytes: AsyncIterable<Uint8Array>, rules: FileRules): Promise<KeptFile>
  /** Where a kept file stands; null for one that is not here, or for what is no hash. */
  pathOf(file: string): string | null
  /** Removes every file but these, and what was left half written. */
  sweep(wanted: ReadonlySet<string>): void
}

/** Enough to tell every kind of file that is taken. */
const HEAD_BYTES = 16

export function openMediaFiles(folder: string): MediaFiles {
  const placeOf = (file: string): string => join(folder, file)
  return {
    keep: (bytes, rules) => keep(folder, bytes, rules),
    pathOf: (file) =>
      /^[0-9a-f]{64}$/.test(file) && existsSync(placeOf(file)) ? placeOf(file) : null,
    sweep: (wanted) => {
      if (!existsSync(folder)) return
      for (const name of readdirSync(folder)) {
        if (!wanted.has(name)) rmSync(placeOf(name), { force: true })
      }
    },
  }
}

async function keep(
  folder: string,
  bytes: AsyncIterable<Uint8Array>,
  rules: FileRules,
): Promise<KeptFile> {
  const part = join(folder, `part-${randomUUID()}`)
  try {
    mkdirSync(folder, { recursive: true })
    const written = await write(part, bytes, rules)
    if (!written.ok) await rm(part, { force: true })
    else await rename(part, join(folder, written.file))
    return written
  } catch (cause) {
    await rm(part, { force: true }).catch(() => {})
    return refused(isFull(cause) ? 'disk_full' : 'cut', cause)
  }
}

async function write(
  part: string,
  bytes: AsyncIterable<Uint8Array>,
  { mostBytes, accepts, sha256 }: FileRules,
): Promise<KeptFile> {
  const target = await open(part, 'wx', 0o600)
  try {
    const hash = createHash('sha256')
    let size = 0
    let head = Buffer.alloc(0)
    for await (const chunk of bytes) {
      size += chunk.length
      if (size > mostBytes) return refused('too_big', null)
      const before = head.length
      if (before < HEAD_BYTES) head = Buffer.concat([head, chunk]).subarray(0, HEAD_BYTES)
      if (before < HEAD_BYTES && head.length === HEAD_BYTES && !accepts(head)) {
        return refused('wrong_type', null)
      }
      hash.update(chunk)
      await target.write(chunk)
    }
    if (head.length < HEAD_BYTES && !accepts(head)) return refused('wrong_type', null)
    const digest = hash.digest()
    if (sha256 !== null && digest.toString('base64url') !== sha256) {
      return refused('wrong_content', null)
    }
    await target.sync()
    return { ok: true, file: digest.toString('hex') }
  } finally {
    await target.close()
  }
}

function refused(kind: FileProblem, cause: unknown): KeptFile {
  return { ok: false, error: { kind, cause } }
}

function isFull(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return code === 'ENOSPC' || code === 'EDQUOT'
}
