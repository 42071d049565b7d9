import type { App } from '../app/app.js'
import type { Deeds } from '../app/web-deps.js'
import type { Log } from '../log.js'
import { launcherAbove } from './launcher.js'

/** What the page may do with the whole bot: kill it, and keep what it said as a test. */
export function deedsOf(app: App, log: Log): Deeds {
  return {
    kill: launcherAbove()?.kill ?? null,
    saveAsTest: async (phone, name) => {
      // Loaded only now: nothing else here writes and plays tests.
      const { saveAsTest } = await import('../transcript/save-as-test.js')
      return saveAsTest(app, log, { phone, name })
    },
  }
}
