import type { Log } from '../log.js'
import { readSetting, writeSetting } from '../store/settings.js'
import { compact, isSmall } from '../store/sqlite/compact.js'
import type { Database } from '../store/sqlite/database.js'

const DUE = 'compaction-due'

export type CleanUp = {
  /** Somebody was erased: their files go, and nothing of them stays in a small database; in a big one by night. */
  soon(): void
  /** What was put off to the night. */
  atNight(): Promise<void>
  /** Waits for what is under way. */
  idle(): Promise<void>
}

type Kept = { readonly db: Database; readonly log: Log; readonly media: { sweep(): void } }

/** Sweeps away files and writes the database anew once somebody was erased, between two turns and never within one. */
export function createCleanUp({ db, log, media }: Kept): CleanUp {
  let tail: Promise<void> = Promise.resolve()
  const run = async (): Promise<void> => {
    await db.drain()
    try {
      compact(db)
      await db.write(() => writeSetting(db, DUE, ''))
    } catch (error) {
      // Somebody reads it, or the disk is full: the night comes again.
      log.warn({ error }, 'not compacted')
    }
  }
  const due = async (): Promise<void> => {
    await db.write(() => writeSetting(db, DUE, 'yes'))
    if (isSmall(db)) await run()
  }
  const queue = (job: () => Promise<void>): Promise<void> => {
    tail = tail.then(job).catch((error: unknown) => log.warn({ error }, 'clean-up'))
    return tail
  }
  return {
    soon: () => {
      media.sweep()
      void queue(due)
    },
    atNight: () => queue(async () => (readSetting(db, DUE) === 'yes' ? run() : undefined)),
    idle: () => tail,
  }
}
