import { writeFileSync } from 'node:fs'
import type Sqlite from 'better-sqlite3'

/** What a run wrote: statements, and in order each commit with the statements it held. */
type Recording = {
  readonly statements: readonly string[]
  readonly commits: readonly (readonly (readonly [
    statement: number,
    values: readonly unknown[],
  ])[])[]
  /** Rows written by table, rewritten ones included. */
  readonly rows: { readonly [table: string]: number }
}

export type Recorder = {
  /** Takes down every writing statement that is prepared from now on, under the commit it went into. */
  watch(raw: Sqlite.Database, commits: () => number): void
  save(file: string): void
}

const TABLE = /^\s*(?:insert(?: or \w+)? into|update|delete from)\s+"?(\w+)"?/i

/** Records one run, so that the very same writes can be made again without the product. */
export function createRecorder(): Recorder {
  const statements: string[] = []
  const commits = new Map<number, [number, unknown[]][]>()
  const rows: Record<string, number> = {}
  const note = (
    text: number,
    table: string,
    commit: number,
    values: unknown[],
    changes: number,
  ) => {
    const writes = commits.get(commit)
    if (writes === undefined) commits.set(commit, [[text, values]])
    else writes.push([text, values])
    rows[table] = (rows[table] ?? 0) + changes
  }
  return {
    watch: (raw, count) => {
      const prepare = raw.prepare.bind(raw)
      const watched = (source: string) => {
        const prepared = prepare(source)
        const table = TABLE.exec(source)?.[1]
        if (table === undefined) return prepared
        const text = statements.push(source) - 1
        const run = prepared.run.bind(prepared)
        prepared.run = (...given: unknown[]) => {
          const values = Array.isArray(given[0]) ? given[0] : given
          const result = run(...given)
          note(text, table, count(), [...values], result.changes)
          return result
        }
        return prepared
      }
      Object.assign(raw, { prepare: watched })
    },
    save: (file) => {
      const recording: Recording = { statements, commits: [...commits.values()], rows }
      writeFileSync(file, JSON.stringify(recording))
    },
  }
}
