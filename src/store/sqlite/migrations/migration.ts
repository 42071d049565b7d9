/** What differs between databases in the text of a migration. */
export type Dialect = {
  /** The type of an id that the database counts itself. */
  readonly serial: string
  /** Ends the statement of a table that is stored in its primary key. */
  readonly clustered: string
}

/** One step of the schema: numbered from 1, never edited once it has landed. */
export type Migration = {
  readonly number: number
  readonly name: string
  readonly up: (dialect: Dialect) => readonly string[]
}
