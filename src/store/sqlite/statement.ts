import type { Compilable, Kysely, RawBuilder } from 'kysely'
import {
  Kysely as Builder,
  DummyDriver,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from 'kysely'
import type { Schema } from '../schema/schema.js'
import type { Database } from './database.js'

type Prepared<A, R> = {
  /** Runs it and gives back how many rows changed, and the id of the last one inserted. */
  run(args: A): { readonly changes: number; readonly id: number }
  get(args: A): R | undefined
  all(args: A): readonly R[]
}

/** Stands for the value that each call gives. */
export type Argument<A> = <K extends keyof A & string>(name: K) => RawBuilder<A[K]>

type Value = string | number | null
type Args = { readonly [name: string]: Value }
export type Query = Kysely<Schema>

/** Only builds and compiles: statements run on better-sqlite3 itself, synchronously. */
const query: Query = new Builder<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

const MARK = Symbol('argument')

/**
 * A query written once: built and compiled at its first use, prepared once per database, and from
 * then on as cheap as a hand-written one.
 *
 *     const byId = statement<{ id: ContactId }>()((query, arg) =>
 *       query.selectFrom('contacts').select('stage').where('id', '=', arg('id')))
 *     byId(db).get({ id })
 */
export function statement<A extends Args = Record<never, never>>() {
  return <R>(build: (query: Query, arg: Argument<A>) => Compilable<R>) => {
    const prepared = new WeakMap<object, Prepared<A, R>>()
    return (db: Database): Prepared<A, R> => {
      const known = prepared.get(db.raw)
      if (known !== undefined) return known
      const fresh = prepare(db, build(query, argument))
      prepared.set(db.raw, fresh)
      return fresh
    }
  }
}

/** The stand-in itself passes through Kysely as if it were a value to bind. */
function argument<T>(name: string): RawBuilder<T> {
  return sql<T>`${{ [MARK]: name }}`
}

function nameOf(parameter: unknown): string | null {
  if (typeof parameter !== 'object' || parameter === null || !(MARK in parameter)) return null
  return String(parameter[MARK])
}

function prepare<A extends Args, R>(db: Database, built: Compilable<R>): Prepared<A, R> {
  const { sql: text, parameters } = built.compile()
  const prepared = db.raw.prepare<unknown[], R>(inline(text, parameters))
  const names = parameters.flatMap((parameter) => nameOf(parameter) ?? [])
  const bind = (args: A) => {
    const values = new Array<unknown>(names.length)
    for (let index = 0; index < names.length; index += 1) values[index] = args[names[index] ?? '']
    return values
  }
  // One by one: better-sqlite3 takes an array apart much more slowly.
  return {
    run: (args) => {
      const { changes, lastInsertRowid } = prepared.run(...bind(args))
      return { changes, id: Number(lastInsertRowid) }
    },
    get: (args) => prepared.get(...bind(args)),
    all: (args) => prepared.all(...bind(args)),
  }
}

/**
 * Writes the constants of a query into its text. They stand in our source, so that nobody else's
 * words get there; and the planner uses a partial index only for a condition that it can read.
 */
function inline(text: string, parameters: readonly unknown[]): string {
  const [head = '', ...tails] = text.split('?')
  if (tails.length !== parameters.length) throw new Error(`a question mark of its own in: ${text}`)
  return tails.reduce((done, tail, index) => done + placed(parameters[index]) + tail, head)
}

function placed(parameter: unknown): string {
  if (nameOf(parameter) !== null) return '?'
  if (typeof parameter === 'number' || parameter === null) return String(parameter)
  if (typeof parameter === 'string') return `'${parameter.replaceAll("'", "''")}'`
  throw new Error(`a constant of type ${typeof parameter} cannot be part of a query`)
}
