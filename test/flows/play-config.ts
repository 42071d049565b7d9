import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Config } from '../../src/config.js'

/** What a conversation of a folder of flows is played with; nothing is ever written to its database. */
export function playConfig(flowsDir: string): Config {
  const path = join(tmpdir(), 'unused.db')
  return {
    web: { host: '127.0.0.1', port: 0 },
    database: { kind: 'sqlite', path, shown: path },
    flowsDir,
    logLevel: 'silent',
    channels: ['simulator'],
    whatsapp: { socketUrl: null, pairingNumber: null },
    sessionKey: null,
    simulatorRemote: false,
    settle: { kind: 'fixed', ms: 0 },
    pacing: 'off',
    model: null,
    transcription: null,
  }
}
