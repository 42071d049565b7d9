import Sqlite from 'better-sqlite3'

type DatabaseProblem = 'unwritable' | 'full' | 'corrupt' | 'newer' | 'foreign' | 'busy'

/**
 * The file cannot serve: an outage, not a bug. `pid` is the process that holds the file, when
 * `kind` is `busy` and it is known. The text holds no path: a path may name a person.
 */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  readonly kind: DatabaseProblem
  readonly path: string
  readonly pid: number | null

  constructor(
    kind: DatabaseProblem,
    path: string,
    { cause, pid = null }: { readonly cause?: unknown; readonly pid?: number | null } = {},
  ) {
    super(`database ${kind}`, { cause })
    this.kind = kind
    this.path = path
    this.pid = pid
  }
}

/** SQLite's own codes, without their extended part (`SQLITE_IOERR_WRITE` counts as IOERR). */
const KINDS: { readonly [code: string]: DatabaseProblem } = {
  FULL: 'full',
  BUSY: 'busy',
  LOCKED: 'busy',
  CORRUPT: 'corrupt',
  NOTADB: 'corrupt',
  READONLY: 'unwritable',
  CANTOPEN: 'unwritable',
  IOERR: 'unwritable',
  PERM: 'unwritable',
}

const FILE_CODES = new Set([
  'EACCES',
  'EEXIST',
  'EISDIR',
  'ENOENT',
  'ENOTDIR',
  'EPERM',
  'EROFS',
  'ENAMETOOLONG',
])

/** An outage as DatabaseError; anything else, bugs above all, comes back as it was. */
export function asDatabaseError(error: unknown, path: string): unknown {
  const kind = problemOf(error)
  return kind === null ? error : new DatabaseError(kind, path, { cause: error })
}

function problemOf(error: unknown): DatabaseProblem | null {
  if (error instanceof Sqlite.SqliteError) return KINDS[error.code.split('_')[1] ?? ''] ?? null
  if (!(error instanceof Error) || !('code' in error)) return null
  if (error.code === 'ENOSPC') return 'full'
  return typeof error.code === 'string' && FILE_CODES.has(error.code) ? 'unwritable' : null
}
