import { randomUUID } from 'node:crypto'
import type { SessionStore } from '../channels/baileys/session.js'
import type { Iso, LineId } from '../core/types.js'
import { keepInJournal } from '../store/journal.js'
import { mustHold, takeLease } from '../store/leases.js'
import type { Seal } from '../store/seal.js'
import type { Database } from '../store/sqlite/database.js'
import {
  clearSession,
  hasSession,
  readSession,
  setSessionAside,
  writeSession,
} from '../store/whatsapp-session.js'

/**
 * The session of a linked line in this house's store. Reads at once; every write waits for its commit,
 * and happens only under the lease of the newest connection: an earlier one, of this process or of
 * another, would take the keys back to where it left them.
 */
export function sessionOver(
  db: Database,
  seal: Seal,
  lineId: LineId,
  now: () => Iso,
): SessionStore {
  const owner = randomUUID()
  let newest: number | null = null
  // Under an epoch of its own: what the connection that ended still meant to write comes too late.
  const putAway = async (job: () => void): Promise<void> => {
    newest = await db.write(() => {
      if (newest !== null) mustHold(db, lineId, newest)
      job()
      return takeLease(db, lineId, owner, now())
    })
  }
  return {
    exists: () => hasSession(db, lineId, 'creds'),
    begin: async () => {
      const epoch = await db.write(() => takeLease(db, lineId, owner, now()))
      newest = epoch
      return {
        read: (type, ids) => readSession(db, seal, lineId, type, ids),
        write: (entries, journal) =>
          db.write(() => {
            mustHold(db, lineId, epoch)
            writeSession(db, seal, lineId, entries, epoch)
            for (const entry of journal) keepInJournal(db, seal, lineId, entry, now())
          }),
      }
    },
    read: (type, ids) => readSession(db, seal, lineId, type, ids),
    keep: (entry) =>
      db.write(() => {
        if (newest === null || !hasSession(db, lineId, 'creds')) return
        mustHold(db, lineId, newest)
        writeSession(db, seal, lineId, [entry], newest)
      }),
    setAside: () => putAway(() => setSessionAside(db, lineId)),
    clear: () => putAway(() => clearSession(db, lineId)),
  }
}
