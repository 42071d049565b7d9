import { hkdfSync, randomBytes } from 'node:crypto'
import {
  aesDecryptCTR,
  aesDecryptGCM,
  aesEncryptCTR,
  type BinaryNode,
  Curve,
  derivePairingCodeKey,
  type KeyPair,
} from '@whiskeysockets/baileys'
import { childBytes, node, SERVER } from './node.js'
import { linkWaitingDevice } from './pairing.js'
import type { CodePairing, World } from './world.js'

const SALT_BYTES = 32
const IV_BYTES = 16
const GCM_IV_BYTES = 12
const KEY_BYTES = 32

/** A new device asks to be linked by a code, which its screen shows: `companion_hello`. */
export function askForCode(world: World, asked: BinaryNode): readonly BinaryNode[] {
  const { pairing } = world
  if (pairing === null) return []
  const ref = randomBytes(16)
  const wrapped = childBytes(asked, 'link_code_pairing_wrapped_companion_ephemeral_pub')
  pairing.code = { ref, wrapped, onFinish: null }
  return [node('link_code_companion_reg', {}, [node('link_code_pairing_ref', {}, ref)])]
}

/** The device has understood the phone's greeting and sends its keys: `companion_finish`. */
export function finishCode(world: World, asked: BinaryNode): readonly BinaryNode[] {
  world.pairing?.code?.onFinish?.(asked)
  return []
}

/** The code is typed into the business's phone: both sides prove to each other that they know it. */
export async function enterPairingCode(world: World, code: string): Promise<void> {
  const { pairing } = world
  if (pairing?.code == null) throw new Error('no device has asked for a pairing code')
  const theirs = await unwrap(pairing.code.wrapped, code)
  const ours = Curve.generateKeyPair()
  const finished = new Promise<BinaryNode>((resolve) => {
    if (pairing.code !== null) pairing.code.onFinish = resolve
  })
  pairing.link.send(primaryHello(world, pairing.code, await wrap(ours, code)))
  const shared = Curve.sharedKey(ours.private, theirs)
  const finish = await pairing.link.whileUp(finished)
  await linkWaitingDevice(world, pairing, advSecret(world, shared, finish))
}

function primaryHello(world: World, { ref }: CodePairing, wrapped: Buffer): BinaryNode {
  const attrs = { from: SERVER, type: 'link_code_companion_reg', id: world.nextId() }
  return node('notification', attrs, [
    node('link_code_companion_reg', { stage: 'primary_hello' }, [
      node('link_code_pairing_wrapped_primary_ephemeral_pub', {}, wrapped),
      node('primary_identity_pub', {}, world.ownPhone.signal.identityKey),
      node('link_code_pairing_ref', {}, ref),
    ]),
  ])
}

/** The secret both sides come to, out of their passing keys, their identities and a random part from the device. */
function advSecret(world: World, shared: Buffer, finish: BinaryNode): Buffer {
  const bundle = childBytes(finish, 'link_code_pairing_wrapped_key_bundle')
  const identity = childBytes(finish, 'companion_identity_public')
  const salt = bundle.subarray(0, SALT_BYTES)
  const iv = bundle.subarray(SALT_BYTES, SALT_BYTES + GCM_IV_BYTES)
  const key = derive(shared, salt, 'link_code_pairing_key_bundle_encryption_key')
  const sealed = bundle.subarray(SALT_BYTES + GCM_IV_BYTES)
  const random = openBundle(sealed, key, iv).subarray(2 * KEY_BYTES)
  const together = Buffer.concat([shared, world.ownPhone.signal.agree(identity), random])
  return derive(together, Buffer.alloc(0), 'adv_secret')
}

/** Where the code was mistyped, the two sides have different keys. */
function openBundle(sealed: Buffer, key: Buffer, iv: Buffer): Buffer {
  try {
    return aesDecryptGCM(sealed, key, iv, Buffer.alloc(0))
  } catch (cause) {
    throw new Error('wrong pairing code: the device shows another one', { cause })
  }
}

function derive(secret: Buffer, salt: Buffer, info: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, info, KEY_BYTES))
}

async function wrap({ public: key }: KeyPair, code: string): Promise<Buffer> {
  const salt = randomBytes(SALT_BYTES)
  const iv = randomBytes(IV_BYTES)
  return Buffer.concat([salt, iv, aesEncryptCTR(key, await derivePairingCodeKey(code, salt), iv)])
}

async function unwrap(wrapped: Buffer, code: string): Promise<Buffer> {
  const key = await derivePairingCodeKey(code, wrapped.subarray(0, SALT_BYTES))
  const iv = wrapped.subarray(SALT_BYTES, SALT_BYTES + IV_BYTES)
  return aesDecryptCTR(wrapped.subarray(SALT_BYTES + IV_BYTES), key, iv)
}
