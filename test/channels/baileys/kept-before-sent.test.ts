import type { SignalDataSet, SocketConfig } from '@whiskeysockets/baileys'
import { expect, test } from 'vitest'
import { keptBeforeSent } from '../../../src/channels/baileys/kept-before-sent.js'

type Repository = ReturnType<SocketConfig['makeSignalRepository']>
type Auth = Parameters<SocketConfig['makeSignalRepository']>[0]

const SESSION: SignalDataSet = { session: { 'ana.0': Uint8Array.of(1) } }

/** A repository that moves a session on with everything it does, as Signal does. */
function moving(kept: string[]): Repository {
  const set = async () => void kept.push('in the transaction')
  const make = ({ keys }: Auth) => ({
    encryptMessage: async () => {
      await keys.set(SESSION)
      return { type: 'msg', ciphertext: new Uint8Array() }
    },
    decryptMessage: async () => {
      await keys.set(SESSION)
      return new Uint8Array()
    },
  })
  const wrapped = keptBeforeSent(make as never, async (data) => {
    await Promise.resolve()
    expect(data).toBe(SESSION)
    kept.push('on disk')
  })
  return wrapped({ keys: { set } } as never, undefined as never)
}

test('the keys are on disk before a sealed message is handed out', async () => {
  const kept: string[] = []
  await moving(kept).encryptMessage({ jid: 'ana', data: new Uint8Array() })
  expect(kept).toEqual(['in the transaction', 'on disk'])
})

test('what is opened is kept with its journal, in the one transaction', async () => {
  const kept: string[] = []
  await moving(kept).decryptMessage({ jid: 'ana', type: 'msg', ciphertext: new Uint8Array() })
  expect(kept).toEqual(['in the transaction'])
})
