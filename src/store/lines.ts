import type { Iso, LineId } from '../core/types.js'
import type { Database } from './sqlite/database.js'
import { statement } from './sqlite/statement.js'

/**
 * A WhatsApp number, the simulator, or what stands for chats that were exported from a phone. `phone` is
 * null until it is linked.
 */
export type Line = {
  readonly id: LineId
  readonly kind: 'simulator' | 'baileys' | 'cloud' | 'export'
  readonly phone: string | null
}

/** Writes the line down; a known one takes the new phone, if there is one. */
export function keepLine(db: Database, line: Line, at: Iso): void {
  upsert(db).run({ ...line, at })
}

/** Every line ever served, the oldest first. */
export function listLines(db: Database): readonly Line[] {
  return all(db).all({})
}

const upsert = statement<Line & { at: Iso }>()((query, arg) =>
  query
    .insertInto('lines')
    .values({ id: arg('id'), kind: arg('kind'), phone: arg('phone'), created_at: arg('at') })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((row) => ({ phone: row.fn.coalesce('excluded.phone', 'lines.phone') })),
    ),
)

const all = statement()((query) =>
  query.selectFrom('lines').select(['id', 'kind', 'phone']).orderBy('created_at').orderBy('id'),
)
