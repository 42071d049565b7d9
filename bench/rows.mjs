/**
 * The rows that `done`, a later state of the database file open in `db`, has more: by table, each
 * row with its rowid first.
 */
export function newRows(db, done) {
  db.prepare('attach ? as done').run(done)
  const names = db.prepare("select name from main.sqlite_master where type = 'table'").pluck().all()
  const tables = names
    .filter((name) => !name.startsWith('sqlite_'))
    .map((name) => {
      const last = db.prepare(`select max(rowid) from main."${name}"`).pluck().get() ?? -1
      const select = db.prepare(
        `select rowid, * from done."${name}" where rowid > ? order by rowid`,
      )
      const columns = select.columns().map((column) => column.name)
      return { name, columns: columns.slice(1), rows: select.raw().all(last) }
    })
  db.exec('detach done')
  return tables.filter((table) => table.rows.length > 0)
}
