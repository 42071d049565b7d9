import { existsSync, readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { Config } from '../../config.js'
import { isChat } from '../../core/intake/read-chat.js'
import { readPhone } from '../../core/intake/read-phone.js'
import { message } from '../../core/messages.js'
import type { Iso } from '../../core/types.js'
import type { Project } from '../../project/load.js'
import type { Database } from '../../store/sqlite/database.js'
import { complain, type ExitCode, type Io } from '../io.js'
import { withProject } from '../with-project.js'
import { appTime } from './app-time.js'
import { decodeText, packed } from './decode-text.js'
import { importChatFile } from './import-chat-file.js'
import { importList } from './import-list.js'
import { withDatabase, withNothing, withReading } from './with-database.js'

/** What a command line asked for. */
type ImportAsked = {
  readonly files: readonly string[]
  readonly dryRun: boolean
  readonly phone: string | null
  readonly me: string | null
}

/** One file on its way in. */
export type Importing = {
  readonly db: Database
  readonly io: Io
  readonly project: Project
  readonly asked: ImportAsked
  /** As it was named. */
  readonly file: string
  readonly text: string
  readonly now: Iso
}

/**
 * `contacts import <file …> [--dry-run]`: a list of customers, prospects and past sales, or a chat that
 * WhatsApp exported. What can be read is taken; what cannot is said line by line, and ends in 1.
 */
export async function contactsImport(
  args: readonly string[],
  config: Config,
  io: Io,
): Promise<ExitCode> {
  const asked = read(args)
  if (asked === null) {
    complain(io, message(io.messages, 'intake.usage'))
    return 2
  }
  return withProject(config, io, (project) => {
    const phone = asked.phone
    if (phone !== null && readPhone(phone, project.business.country) === null) {
      complain(io, message(io.messages, 'intake.problem.phone', { text: phone }))
      return Promise.resolve(2)
    }
    const action = (db: Database) => importAll({ db, io, project, asked })
    if (!asked.dryRun) return withDatabase(config, io, action)
    // Nothing is locked or made only to look.
    const isThere = existsSync(config.database.path)
    return isThere ? withReading(config, io, action) : withNothing(action)
  })
}

async function importAll(work: Omit<Importing, 'file' | 'text' | 'now'>): Promise<ExitCode> {
  let code: ExitCode = 0
  for (const file of work.asked.files) if (!(await importOne(work, file))) code = 1
  return code
}

/** Whether nothing was wrong with it. */
async function importOne(
  work: Omit<Importing, 'file' | 'text' | 'now'>,
  file: string,
): Promise<boolean> {
  const { io } = work
  const bytes = bytesOf(resolve(io.cwd, file))
  if (bytes === null) return refused(io, message(io.messages, 'intake.absent', { file }))
  const archive = packed(bytes, file)
  if (archive !== null) {
    const key = archive === 'sheet' ? 'intake.problem.sheet' : 'intake.problem.zip'
    const text = message(io.messages, key)
    return refused(io, message(io.messages, 'intake.at_file', { file, text }))
  }
  const text = decodeText(bytes)
  const one: Importing = { ...work, file: basename(file), text, now: appTime(work.db) }
  return isChat(text) ? importChatFile(one) : importList(one)
}

function refused(io: Io, sentence: string): false {
  complain(io, sentence)
  return false
}

function bytesOf(path: string): Uint8Array | null {
  try {
    return readFileSync(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}

/** Null when a word means nothing here, or no file is named. */
function read(args: readonly string[]): ImportAsked | null {
  const words = args.flatMap((word) => {
    const equals = /^(--\w[\w-]*)=(.*)$/s.exec(word)
    return equals === null ? [word] : [equals[1] ?? '', equals[2] ?? '']
  })
  const files: string[] = []
  const given: { [option: string]: string } = {}
  let dryRun = false
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    if (word === '--dry-run') dryRun = true
    else if (word === '--phone' || word === '--me') given[word] = words[++at] ?? ''
    else if (word.startsWith('-')) return null
    else files.push(word)
  }
  const incomplete = Object.values(given).some((value) => value === '')
  if (files.length === 0 || incomplete) return null
  return { files, dryRun, phone: given['--phone'] ?? null, me: given['--me'] ?? null }
}
