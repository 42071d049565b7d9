import type { App } from '../app.js'
import type { Result } from '../core/types.js'
import type { Log } from '../log.js'
import type { NotSaved, SavedTest } from '../web/deps.js'

export async function saveAsTest(
  _app: App,
  _log: Log,
  _wanted: { phone: string; name: string | null },
): Promise<Result<SavedTest, NotSaved>> {
  return { ok: false, error: { kind: 'nobody' } }
}
