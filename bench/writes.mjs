/**
 * `watch <file>` puts a counting trigger on every table of a SQLite file; `read <file>` prints how
 * many rows each table had rewritten since: `{"conversations": 120, …}` (inserts not counted).
 */
import Database from 'better-sqlite3'

const [verb, path] = process.argv.slice(2)
const db = new Database(path)
if (verb === 'watch') {
  const tables = db.prepare("select name from sqlite_master where type = 'table'").pluck().all()
  db.exec('create table bench_writes (name text primary key, rows integer not null)')
  for (const name of tables.filter((table) => !table.startsWith('sqlite_'))) {
    db.exec(`insert into bench_writes values ('${name}', 0);
      create trigger "bench_${name}" after update on "${name}" begin
        update bench_writes set rows = rows + 1 where name = '${name}';
      end`)
  }
} else {
  const rows = db.prepare('select name, rows from bench_writes where rows > 0').raw().all()
  process.stdout.write(JSON.stringify(Object.fromEntries(rows)))
}
db.close()
