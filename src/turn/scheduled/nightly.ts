import { lastNight } from '../../core/schedule/night-time.js'
import type { Iso } from '../../core/types.js'
import { eraseOverdue, eraseTexts, overdue } from '../../store/retention.js'
import { readSetting, writeSetting } from '../../store/settings.js'
import type { TurnDeps } from '../deps.js'

const DONE = 'night'
/** So many of each in one transaction: a turn that waits for it waits a moment. */
const AT_ONCE = 20

/**
 * Once a night: lets go of what the business keeps no longer, and writes the database anew where somebody went. A
 * night that the program slept through is made up for when it wakes.
 */
export function createNightly(deps: TurnDeps): () => Promise<void> {
  return async () => {
    const { db, business, log } = deps
    const now = deps.now()
    const done = readSetting(db, DONE)
    const night = lastNight(business.timeZone, now)
    if (done !== null && done >= night) return
    // The first time there was no night yet.
    if (done !== null) {
      try {
        await letGo(deps, now)
        await deps.cleanUp.atNight()
      } catch (error) {
        log.error({ error }, 'night')
      }
    }
    await db.write(() => writeSetting(db, DONE, now))
  }
}

async function letGo(deps: TurnDeps, now: Iso): Promise<void> {
  const { db, business, cleanUp } = deps
  const { retention: rules, timeZone } = business
  for (let some = false; ; some = true) {
    const went = await db.write(() => {
      const { contacts, texts } = overdue(db, rules, { now, timeZone, limit: AT_ONCE })
      for (const id of contacts) eraseOverdue(db, id, now)
      for (const id of texts) eraseTexts(db, id)
      return contacts.length + texts.length
    })
    if (went > 0) continue
    if (some) cleanUp.soon()
    return
  }
}
