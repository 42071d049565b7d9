import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Config } from '../../config.js'
import { contactsCsv } from '../../core/intake/contacts-csv.js'
import { message } from '../../core/messages.js'
import { contactRows } from '../../store/contact-rows.js'
import { complain, type ExitCode, type Io } from '../io.js'
import { withProject } from '../with-project.js'
import { withReading } from './with-database.js'

/** `contacts export [file]`: everybody as a CSV file, or on standard output where none is named. */
export async function contactsExport(
  args: readonly string[],
  config: Config,
  io: Io,
): Promise<ExitCode> {
  const [file, extra] = args
  if (extra !== undefined || file?.startsWith('-') === true) {
    complain(io, message(io.messages, 'intake.export.usage'))
    return 2
  }
  return withProject(config, io, ({ business, messages }) =>
    withReading(config, io, async (db) => {
      const people = contactRows(db, business.currency)
      const text = contactsCsv(people, business, messages)
      if (file === undefined) {
        io.stdout.write(text)
        return 0
      }
      if (!written(resolve(io.cwd, file), text)) {
        complain(io, message(io.messages, 'intake.export.unwritable', { file }))
        return 1
      }
      complain(io, message(io.messages, 'intake.export.done', { file, n: people.length }))
      return 0
    }),
  )
}

function written(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { mode: 0o600 })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false
    throw error
  }
}
