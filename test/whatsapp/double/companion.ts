import { type BinaryNode, generateSignalPubKey, type proto } from '@whiskeysockets/baileys'
import { type Address, onDevice } from './address.js'
import { childBytes, childOf, childrenOf } from './node.js'
import type { Bundle, PreKey } from './signal.js'

/** The linked device as the server knows it: where it is reached, by which key it logs in, and its public keys. */
export type Companion = {
  readonly device: number
  readonly pn: string
  readonly lid: string
  readonly noiseKey: Buffer
  /** Takes in keys the device uploads. */
  stock(upload: BinaryNode): void
  /** How many one-time keys are left. */
  readonly stockSize: number
  /** Keys for one who wants to write to it; uses one of the one-time keys up. */
  bundle(): Bundle
  /** Whether its phone has told it the history already. */
  told: boolean
}

/** What a new device says about itself when it asks to be linked. */
export type Registration = {
  readonly identityKey: Buffer
  readonly noiseKey: Buffer
  readonly keys: proto.ClientPayload.IDevicePairingRegistrationData
}

export function createCompanion(
  business: Address,
  device: number,
  { keys, identityKey, noiseKey }: Registration,
): Companion {
  const signedPreKey = {
    keyId: bytes(keys.eSkeyId).readUIntBE(0, 3),
    publicKey: generateSignalPubKey(bytes(keys.eSkeyVal)),
    signature: bytes(keys.eSkeySig),
  }
  const preKeys: PreKey[] = []
  return {
    device,
    pn: onDevice(business.pn, device),
    lid: onDevice(business.lid, device),
    noiseKey,
    told: false,
    stock: (upload) => preKeys.push(...preKeysIn(upload)),
    get stockSize() {
      return preKeys.length
    },
    bundle() {
      const preKey = preKeys.shift()
      return {
        registrationId: bytes(keys.eRegid).readUInt32BE(),
        identityKey: generateSignalPubKey(identityKey),
        signedPreKey,
        ...(preKey === undefined ? {} : { preKey }),
      }
    },
  }
}

export function registrationFrom(
  keys: proto.ClientPayload.IDevicePairingRegistrationData,
  noiseKey: Buffer,
): Registration {
  return { keys, noiseKey, identityKey: bytes(keys.eIdent) }
}

function preKeysIn(upload: BinaryNode): PreKey[] {
  const list = childOf(upload, 'list')
  return (list === undefined ? [] : childrenOf(list)).map((key) => ({
    keyId: childBytes(key, 'id').readUIntBE(0, 3),
    publicKey: generateSignalPubKey(childBytes(key, 'value')),
  }))
}

function bytes(value: Uint8Array | null | undefined): Buffer {
  if (!value?.length) throw new Error('expected the keys of a new device, got a gap')
  return Buffer.from(value)
}
