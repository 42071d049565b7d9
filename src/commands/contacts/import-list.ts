import { matchKey } from '../../core/identity.js'
import { type LineProblem, readTable } from '../../core/intake/read-table.js'
import { message } from '../../core/messages.js'
import { type Imported, importPerson, weighPerson } from '../../store/import-person.js'
import { complain, printLine } from '../io.js'
import type { Importing } from './import.js'
import { createProgress } from './progress.js'

/** One transaction; the terminal is told after each. */
const PORTION = 200
const MOST_PROBLEMS = 20

type Counts = {
  people: number
  added: number
  known: number
  sales: number
  noted: number
  erased: number
}

/** Takes in a list of people and their sales. True when every line could be read. */
export async function importList(work: Importing): Promise<boolean> {
  const { io, project, asked, file, text, now } = work
  const { business, messages } = project
  const table = readTable(text, { business, messages, now })
  for (const problem of table.problems.slice(0, MOST_PROBLEMS)) tell(work, problem)
  const left = table.problems.length - MOST_PROBLEMS
  if (left > 0) complain(io, message(io.messages, 'intake.more', { n: left }))
  if (table.ignored.length > 0) {
    const names = table.ignored.join(', ')
    complain(io, message(io.messages, 'intake.ignored', { file, names }))
  }
  const staff = new Set(business.staff.map(({ phone }) => matchKey(phone)))
  const people = table.people.filter(({ phone }) => !staff.has(matchKey(phone)))
  const counts = await takeIn(work, people)
  const problems = table.problems.length
  const key = asked.dryRun ? 'intake.list.dry' : 'intake.list.done'
  printLine(io, message(io.messages, key, { file, ...counts, problems }))
  if (counts.noted > 0) {
    printLine(io, message(io.messages, 'intake.list.noted', { file, n: counts.noted }))
  }
  return problems === 0
}

async function takeIn(
  { db, io, project, asked, file, now }: Importing,
  people: ReturnType<typeof readTable>['people'],
): Promise<Counts> {
  const { business, messages } = project
  const words = {
    reason: message(messages, 'intake.reason'),
    saleReason: message(messages, 'chat.reason.sale'),
    currency: business.currency,
    timeZone: business.timeZone,
  }
  const counts: Counts = { people: 0, added: 0, known: 0, sales: 0, noted: 0, erased: 0 }
  const progress = createProgress(io, people.length)
  for (let from = 0; from < people.length; from += PORTION) {
    const portion = people.slice(from, from + PORTION)
    const done = asked.dryRun
      ? portion.map((person) => weighPerson(db, person, words))
      : await db.write(() => portion.map((person) => importPerson(db, person, words, now)))
    for (const one of done) count(counts, one)
    progress.show(from + portion.length)
  }
  progress.end()
  if (counts.erased > 0) {
    const text = message(io.messages, 'intake.problem.erased')
    for (let n = 0; n < counts.erased; n += 1)
      complain(io, message(io.messages, 'intake.at_file', { file, text }))
  }
  return counts
}

function count(counts: Counts, one: Imported): void {
  if (one.kind === 'erased') {
    counts.erased += 1
    return
  }
  counts.people += 1
  counts[one.kind] += 1
  counts.sales += one.sales
  counts.noted += one.noted
}

function tell({ io, file }: Importing, { line, key, params }: LineProblem): void {
  const text = message(io.messages, key, params)
  complain(io, message(io.messages, 'intake.at_line', { file, line, text }))
}
