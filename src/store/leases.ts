import type { Iso, LineId } from '../core/types.js'
import type { Database } from './sqlite/database.js'
import { statement } from './sqlite/statement.js'

/** Somebody else has taken the line meanwhile: nothing more of it may be written from here. */
class LeaseLostError extends Error {
  override readonly name = 'LeaseLostError'

  constructor(lineId: LineId) {
    super(`line ${lineId} was taken over by another process`)
  }
}

/**
 * Takes a line for one owner and gives back its epoch, which is higher than any before. Whoever held it
 * finds out at their next write. To be called in a write job.
 */
export function takeLease(db: Database, lineId: LineId, owner: string, at: Iso): number {
  take(db).run({ lineId, owner, at })
  const row = find(db).get({ lineId })
  if (row === undefined) throw new Error(`no lease of ${lineId} right after it was taken`)
  return row.epoch
}

/** Throws LeaseLostError unless the line is still held under this epoch. To be called in each write job. */
export function mustHold(db: Database, lineId: LineId, epoch: number): void {
  if (find(db).get({ lineId })?.epoch !== epoch) throw new LeaseLostError(lineId)
}

// `until` is when it was taken: in one file a lease needs no end, the lock sees to it that nobody sleeps on one.
const take = statement<{ lineId: LineId; owner: string; at: Iso }>()((query, arg) =>
  query
    .insertInto('leases')
    .values({ line_id: arg('lineId'), owner: arg('owner'), epoch: 1, until: arg('at') })
    .onConflict((conflict) =>
      conflict.column('line_id').doUpdateSet((row) => ({
        owner: row.ref('excluded.owner'),
        until: row.ref('excluded.until'),
        epoch: row('leases.epoch', '+', 1),
      })),
    ),
)

const find = statement<{ lineId: LineId }>()((query, arg) =>
  query.selectFrom('leases').select('epoch').where('line_id', '=', arg('lineId')),
)
