/**
 * The rows that `done`, a later state of the database file open in `db`, has more: by table, each
 * row as its values and those that find it again (`where`).
 */
export function newRows(db, done) {
  db.prepare('attach ? as done').run(done)
  const tables = db
    .prepare('pragma main.table_list')
    .all()
    .filter(
      ({ schema, type, name }) => schema === 'main' && type === 'table' && !/^sqlite_/.test(name),
    )
    .map(({ name, wr }) => (wr === 1 ? newByKey(db, name) : newByRowid(db, name)))
  db.exec('detach done')
  return tables.filter(({ rows }) => rows.length > 0)
}

function newByRowid(db, name) {
  const last = db.prepare(`select max(rowid) from main."${name}"`).pluck().get() ?? -1
  const select = db.prepare(`select rowid, * from done."${name}" where rowid > ? order by rowid`)
  const [, ...columns] = select.columns().map((column) => column.name)
  const rows = select.raw().all(last)
  return {
    name,
    columns,
    where: 'rowid = ?',
    rows: rows.map(([rowid, ...values]) => ({ values, key: [rowid] })),
  }
}

/** A table kept in the order of its primary key has no numbers to compare. */
function newByKey(db, name) {
  const info = db.prepare(`pragma main.table_info("${name}")`).all()
  const columns = info.map((column) => column.name)
  const keys = info.filter(({ pk }) => pk > 0).map((column) => `"${column.name}"`)
  const select = db.prepare(`select * from done."${name}"
    where (${keys}) not in (select ${keys} from main."${name}")`)
  return {
    name,
    columns,
    where: keys.map((key) => `${key} = ?`).join(' and '),
    rows: select
      .raw()
      .all()
      .map((values) => ({ values, key: values.filter((_, i) => info[i].pk > 0) })),
  }
}
