import {
  Curve,
  DEFAULT_CONNECTION_CONFIG,
  encodeWAMessage,
  generateSignalPubKey,
  initAuthCreds,
  proto,
  type SignalCreds,
  type SignalKeyStore,
  type SignalRepository,
  unpadRandomMax16,
} from '@whiskeysockets/baileys'
import { createKeyStore } from './key-store.js'
import { silentLogger } from './silent-logger.js'

/** What another device needs in order to write to this one for the first time. */
export type Bundle = Parameters<SignalRepository['injectE2ESession']>[0]['session']

/** A key that serves once. */
export type PreKey = NonNullable<Bundle['preKey']>

/** A sealed message as it travels: `pkmsg` begins a session, `msg` goes on in it, `skmsg` is for a group. */
export type Sealed = { readonly type: 'pkmsg' | 'msg' | 'skmsg'; readonly ciphertext: Uint8Array }

/** One device's Signal identity, with its sessions. */
export type SignalDevice = {
  readonly identityKey: Uint8Array
  readonly registrationId: number
  sign(data: Uint8Array): Uint8Array
  /** The secret shared with whoever holds the other half of this key. */
  agree(publicKey: Uint8Array): Buffer
  /** Keys for somebody who wants to write here; each bundle has a one-time key of its own. */
  bundle(): Promise<Bundle>
  knows(jid: string): Promise<boolean>
  meet(jid: string, bundle: Bundle): Promise<void>
  forget(jid: string): Promise<void>
  seal(to: string, message: proto.IMessage): Promise<Sealed>
  open(from: string, sealed: Sealed): Promise<proto.Message>
  /** Seals for a group; whoever is to read it needs the key in `distribution` first. */
  sealForGroup(group: string, me: string, message: proto.IMessage): Promise<GroupSealed>
  close(): void
}

export type GroupSealed = { readonly sealed: Sealed; readonly distribution: proto.IMessage }

export function createSignalDevice(): SignalDevice {
  const creds = initAuthCreds()
  // libsignal keeps the steps of one session apart by the address of the other side, which is the same for
  // everybody here, and runs those of one person in the midst of another's: transactions that know where
  // they are by that (Baileys' own do) would lose some.
  const keys = { ...createKeyStore(), isInTransaction: () => true, transaction }
  const sessions = DEFAULT_CONNECTION_CONFIG.makeSignalRepository({ creds, keys }, silentLogger)
  const { signedIdentityKey, registrationId } = creds
  let lastPreKey = 0
  return {
    identityKey: signedIdentityKey.public,
    registrationId,
    sign: (data) => Curve.sign(signedIdentityKey.private, data),
    agree: (publicKey) => Curve.sharedKey(signedIdentityKey.private, publicKey),
    bundle: async () => bundleOf(creds, await newPreKey(keys, ++lastPreKey)),
    knows: async (jid) => (await sessions.validateSession(jid)).exists,
    meet: (jid, session) => sessions.injectE2ESession({ jid, session }),
    forget: (jid) => sessions.deleteSession([jid]),
    seal: (jid, message) => sessions.encryptMessage({ jid, data: encodeWAMessage(message) }),
    async open(jid, { type, ciphertext }) {
      if (type === 'skmsg') throw new Error('expected a message to one device, got one to a group')
      return readable(await sessions.decryptMessage({ jid, type, ciphertext }))
    },
    async sealForGroup(group, meId, message) {
      const data = encodeWAMessage(message)
      const { ciphertext, senderKeyDistributionMessage } = await sessions.encryptGroupMessage({
        group,
        meId,
        data,
      })
      const key = {
        groupId: group,
        axolotlSenderKeyDistributionMessage: senderKeyDistributionMessage,
      }
      return {
        sealed: { type: 'skmsg', ciphertext },
        distribution: { senderKeyDistributionMessage: key },
      }
    },
    close: () => sessions.close?.(),
  }
}

/** Every step is a whole one, and written at once. */
function transaction<T>(work: () => Promise<T>): Promise<T> {
  return work()
}

function bundleOf(
  { signedIdentityKey, signedPreKey, registrationId }: SignalCreds,
  preKey: PreKey,
): Bundle {
  return {
    registrationId,
    identityKey: generateSignalPubKey(signedIdentityKey.public),
    signedPreKey: {
      keyId: signedPreKey.keyId,
      publicKey: generateSignalPubKey(signedPreKey.keyPair.public),
      signature: signedPreKey.signature,
    },
    preKey,
  }
}

async function newPreKey(keys: SignalKeyStore, keyId: number): Promise<PreKey> {
  const pair = Curve.generateKeyPair()
  await keys.set({ 'pre-key': { [keyId]: pair } })
  return { keyId, publicKey: generateSignalPubKey(pair.public) }
}

function readable(padded: Uint8Array): proto.Message {
  return proto.Message.decode(unpadRandomMax16(padded))
}
