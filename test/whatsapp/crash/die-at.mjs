/**
 * Loaded before the bot (`node --import`), and only by the test: ends the process with SIGKILL at a
 * named moment, the nth time it comes. The product knows nothing of it; what it writes to the database
 * tells how far it is.
 */
import Database from 'better-sqlite3'

const [point, count = '1'] = (process.env.DIE_AT ?? '').split(':')
const isJournal = (text) => text.startsWith('insert into "journal"')
const isInbox = (text) => text.startsWith('insert into "inbox"')
const isTaken = (text) => text.startsWith('update "inbox" set "status" = ?')
const isAcknowledged = (text) => text.startsWith(`update "outbox" set "status" = 'acknowledged'`)

/** `before`: while a statement of the transaction runs, before anything is on disk; else after its commit. */
const POINTS = {
  decrypt: { fits: isJournal, before: true },
  journal: { fits: isJournal, before: false },
  // Baileys waits until the receipt is written before it reports the message.
  receipt: { fits: isInbox, before: true },
  inbox: { fits: isInbox, before: false },
  turn: { fits: isTaken, before: false },
  ack: { fits: isAcknowledged, before: true },
}

const wanted = POINTS[point]
if (wanted !== undefined) watch(wanted, Number(count))

function watch({ fits, before }, times) {
  const { prepare } = Database.prototype
  let left = times
  let reached = false
  const reach = () => {
    left -= 1
    if (left <= 0) process.kill(process.pid, 'SIGKILL')
  }
  const around = (statement, then) => {
    const { run } = statement
    statement.run = function runs(...values) {
      const result = run.apply(this, values)
      then(result)
      return result
    }
    return statement
  }
  Database.prototype.prepare = function prepares(text) {
    const statement = prepare.call(this, text)
    if (fits(text)) {
      return around(statement, ({ changes }) => {
        if (changes === 0) return
        if (before) reach()
        else reached = true
      })
    }
    if (before || text !== 'commit') return statement
    return around(statement, () => {
      if (reached) reach()
      reached = false
    })
  }
}
