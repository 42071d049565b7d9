import {
  addTransactionCapability,
  DEFAULT_CONNECTION_CONFIG,
  initAuthCreds,
} from '@whiskeysockets/baileys'
import { expect, test } from 'vitest'
import { oneAtATime } from '../../../src/channels/baileys/one-at-a-time.js'
import { silentLogger } from '../../../src/channels/baileys/silent-logger.js'

const logger = silentLogger({ debug: () => {} })

/** A key store that takes its time to write, as a disk does. */
function slowKeys() {
  const kept = new Map<string, string>()
  const store = {
    get: async (_type: string, ids: string[]) =>
      Object.fromEntries(ids.flatMap((id) => (kept.has(id) ? [[id, kept.get(id)]] : []))),
    set: async (data: object) => {
      await new Promise(setImmediate)
      for (const [id, value] of Object.entries(Object.values(data)[0] ?? {})) {
        kept.set(id, String(value))
      }
    },
  }
  const options = { maxCommitRetries: 1, delayBetweenTriesMs: 0 }
  return { keys: addTransactionCapability(store as never, logger, options), kept }
}

/** As sending and receiving do: read where the session stands, move it on, write it at the end. */
async function moveOn({ keys }: ReturnType<typeof slowKeys>, name: string): Promise<void> {
  await keys.transaction(async () => {
    const { ana = '0' } = await keys.get('lid-mapping', ['ana'])
    await new Promise(setImmediate)
    await keys.set({ 'lid-mapping': { ana: String(Number(ana) + 1) } })
  }, name)
}

test('sending and receiving both move a session on: neither undoes the other', async () => {
  const unguarded = slowKeys()
  await Promise.all([moveOn(unguarded, 'me'), moveOn(unguarded, 'ana@lid')])
  expect(unguarded.kept.get('ana')).toBe('1')

  const guarded = slowKeys()
  const make = oneAtATime(DEFAULT_CONNECTION_CONFIG.makeSignalRepository)
  make({ creds: initAuthCreds(), keys: guarded.keys }, logger).close?.()
  await Promise.all([moveOn(guarded, 'me'), moveOn(guarded, 'ana@lid')])
  expect(guarded.kept.get('ana')).toBe('2')
})
