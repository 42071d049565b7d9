import {
  DEFAULT_CONNECTION_CONFIG,
  encodeWAMessage,
  generateSignalPubKey,
  initAuthCreds,
  proto,
  type SignalDataSet,
  unpadRandomMax16,
} from '@whiskeysockets/baileys'
import { expect, test } from 'vitest'
import { withoutSpentChains } from '../../../src/channels/baileys/spent-chains.js'
import { createKeyStore } from '../../whatsapp/double/key-store.js'
import { muteLibsignal } from '../../whatsapp/double/mute-libsignal.js'
import { silentLogger } from '../../whatsapp/double/silent-logger.js'

const ANA = '573005550101@s.whatsapp.net'
const BOT = '573001112233@s.whatsapp.net'

const TURNS = 80

type Sealed = { readonly type: 'pkmsg' | 'msg'; readonly ciphertext: Uint8Array }

/** A device whose sessions are kept as they are, or pruned at every write. */
function createDevice(pruned: boolean) {
  const creds = initAuthCreds()
  const kept = createKeyStore()
  let size = 0
  const set = (data: SignalDataSet) => {
    const session = Object.entries(data.session ?? {}).map(([id, value]) => [
      id,
      pruned ? withoutSpentChains(value) : value,
    ])
    if (session.length > 0) size = JSON.stringify(session).length
    // What went in as a session comes out as one.
    return kept.set({
      ...data,
      ...(session.length > 0 ? { session: Object.fromEntries(session) } : {}),
    } as SignalDataSet)
  }
  const transaction = <T>(work: () => Promise<T>): Promise<T> => work()
  const keys = { ...kept, set, isInTransaction: () => true, transaction }
  const sessions = DEFAULT_CONNECTION_CONFIG.makeSignalRepository({ creds, keys }, silentLogger)
  const { signedIdentityKey, signedPreKey, registrationId } = creds
  return {
    size: () => size,
    bundle: {
      registrationId,
      identityKey: generateSignalPubKey(signedIdentityKey.public),
      signedPreKey: {
        keyId: signedPreKey.keyId,
        publicKey: generateSignalPubKey(signedPreKey.keyPair.public),
        signature: signedPreKey.signature,
      },
    },
    sessions,
    seal: (jid: string, text: string): Promise<Sealed> =>
      sessions.encryptMessage({ jid, data: encodeWAMessage({ conversation: text }) }),
    open: async (jid: string, sealed: Sealed) => {
      const plain = await sessions.decryptMessage({ jid, ...sealed })
      return proto.Message.decode(unpadRandomMax16(plain)).conversation
    },
  }
}

test.each([
  [true, 3_000],
  [false, 8_000],
])('of a session that is pruned (%s) few bytes stay', async (pruned, bytes) => {
  const unmute = muteLibsignal()
  const [ana, bot] = [createDevice(false), createDevice(pruned)]
  await ana.sessions.injectE2ESession({ jid: BOT, session: { ...bot.bundle } })
  const late = await ana.seal(BOT, 'tarde')
  for (let turn = 0; turn < TURNS; turn += 1) {
    const asked = await ana.seal(BOT, `pregunta ${turn}`)
    expect(await bot.open(ANA, asked)).toBe(`pregunta ${turn}`)
    expect(await ana.open(BOT, await bot.seal(ANA, `respuesta ${turn}`))).toBe(`respuesta ${turn}`)
  }
  // One that was overtaken by all of it still opens.
  expect(await bot.open(ANA, late)).toBe('tarde')
  if (pruned) expect(bot.size()).toBeLessThan(bytes)
  else expect(bot.size()).toBeGreaterThan(bytes)
  unmute()
})

test('what is no session is left alone', () => {
  for (const value of [null, 'x', {}, { _sessions: { a: 1 } }]) {
    expect(withoutSpentChains(value)).toEqual(value)
  }
})
