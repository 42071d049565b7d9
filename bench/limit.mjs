/**
 * What this machine could do at best: raw better-sqlite3 writing, durably, the rows the product
 * wrote (those that `done` has more than `base`, and `updates` of each table), in as many commits.
 * With `thinkMs` all contacts write at once and think between turns; null: one at a time.
 */
import Database from 'better-sqlite3'
import { newRows } from './rows.mjs'

const { base, done, turns, contacts, commits, updates, thinkMs } = JSON.parse(process.argv[2])
const db = new Database(base)
db.exec('pragma journal_mode = WAL; pragma synchronous = FULL; pragma foreign_keys = OFF')
const [begin, commit] = [db.prepare('begin immediate'), db.prepare('commit')]
const work = Array.from({ length: turns }, () => [])
const share = (i, count, of = turns) => Math.floor((i * of) / count)
const written = {}
function spread(count, op) {
  for (let i = 0; i < count; i++) work[share(i, count)].push(() => op(i))
}
for (const { name, columns, where, rows } of newRows(db, done)) {
  const insert = db.prepare(`insert into "${name}" values (${columns.map(() => '?')})`)
  const widths = rows[0].values.map((value) => String(value).length)
  const widest = widths.indexOf(Math.max(...widths))
  const update = db.prepare(`update "${name}" set "${columns[widest]}" = ? where ${where}`)
  const changed = updates[name] ?? 0
  const row = (i) => rows[share(i, changed, rows.length)]
  spread(rows.length, (i) => insert.run(rows[i].values))
  spread(changed, (i) => update.run(row(i).values[widest], ...row(i).key))
  written[name] = rows.length + changed
}
let [turn, made, ready, thinking, unsaved] = [0, 0, contacts, 0, 0]
const started = performance.now()
while (turn < turns) {
  while (turn < turns && (thinkMs === null || ready > 0)) write()
  if (db.inTransaction && thinking === 0) save()
  if (turn < turns) await new Promise(setImmediate)
}
if (db.inTransaction) save()
const turnsPerSecond = Math.round((turns * 1000) / (performance.now() - started))
process.stdout.write(JSON.stringify({ turnsPerSecond, commits: made, rows: written }))

function write() {
  const due = share(turn + 1, turns, commits) - share(turn, turns, commits)
  const ops = work[turn++]
  ready--
  unsaved++
  ops.forEach((op, i) => {
    if (!db.inTransaction) begin.run()
    op()
    if (share(i + 1, ops.length, due) > share(i, ops.length, due)) save()
  })
}
// Nobody goes on before their answer is on disk.
function save() {
  commit.run()
  made++
  for (; thinkMs !== null && unsaved > 0; unsaved--) {
    thinking++
    setTimeout(() => [thinking--, ready++], thinkMs)
  }
}
