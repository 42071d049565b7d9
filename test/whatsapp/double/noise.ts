import { createHash, hkdfSync } from 'node:crypto'
import {
  aesDecryptGCM,
  aesEncryptGCM,
  Curve,
  type KeyPair,
  NOISE_MODE,
  NOISE_WA_HEADER,
  proto,
} from '@whiskeysockets/baileys'

/** The server's side of `Noise_XX_25519_AESGCM_SHA256`: three handshake messages, then sealed frames. */
export type NoiseResponder = {
  /** Answers the client's hello with the server's. */
  greet(clientHello: Uint8Array): Uint8Array
  /** Reads the client's last handshake message; from here on frames are sealed. */
  finish(clientFinish: Uint8Array): Introduction
  seal(plain: Uint8Array): Uint8Array
  open(sealed: Uint8Array): Buffer
}

/** Who the client says it is, under the key that proves it. */
export type Introduction = { readonly noiseKey: Buffer; readonly payload: proto.ClientPayload }

/** The server as a client can recognise it. */
export type ServerIdentity = { readonly keys: KeyPair; readonly certificate: Uint8Array }

export function createNoiseResponder({ keys, certificate }: ServerIdentity): NoiseResponder {
  const ephemeral = Curve.generateKeyPair()
  const state = createHandshakeState()
  let ways: readonly [inward: Cipher, outward: Cipher] | undefined
  const transport = (): readonly [Cipher, Cipher] => {
    if (ways === undefined) throw new Error('expected a finished handshake before the first frame')
    return ways
  }
  return {
    greet(clientHello) {
      const hello = proto.HandshakeMessage.decode(clientHello).clientHello
      const theirs = required(hello?.ephemeral)
      state.mixHash(theirs)
      state.mixHash(ephemeral.public)
      state.mixKey(Curve.sharedKey(ephemeral.private, theirs))
      const sealedKey = state.seal(keys.public)
      state.mixKey(Curve.sharedKey(keys.private, theirs))
      const payload = state.seal(certificate)
      return proto.HandshakeMessage.encode({
        serverHello: { ephemeral: ephemeral.public, static: sealedKey, payload },
      }).finish()
    },
    finish(clientFinish) {
      const last = proto.HandshakeMessage.decode(clientFinish).clientFinish
      const noiseKey = state.open(required(last?.static))
      state.mixKey(Curve.sharedKey(ephemeral.private, noiseKey))
      const payload = proto.ClientPayload.decode(state.open(required(last?.payload)))
      ways = state.split()
      return { noiseKey, payload }
    },
    seal: (plain) => transport()[1].seal(plain, EMPTY),
    open: (sealed) => transport()[0].open(sealed, EMPTY),
  }
}

const EMPTY = Buffer.alloc(0)

type Cipher = {
  seal(plain: Uint8Array, associated: Uint8Array): Buffer
  open(sealed: Uint8Array, associated: Uint8Array): Buffer
}

function createCipher(key: Buffer): Cipher {
  let count = 0
  const nonce = (): Buffer => {
    const bytes = Buffer.alloc(12)
    bytes.writeUInt32BE(count++, 8)
    return bytes
  }
  return {
    seal: (plain, associated) => aesEncryptGCM(plain, key, nonce(), associated),
    open: (sealed, associated) => aesDecryptGCM(sealed, key, nonce(), associated),
  }
}

/** Hash and key of the handshake, both mixed with every step of it. */
function createHandshakeState() {
  const name = Buffer.from(NOISE_MODE)
  let hash = sha256(name, NOISE_WA_HEADER)
  let chaining: Uint8Array = name
  let cipher = createCipher(name)
  const mixHash = (data: Uint8Array): void => {
    hash = sha256(hash, data)
  }
  return {
    mixHash,
    mixKey(secret: Uint8Array): void {
      const [next, key] = expand(chaining, secret)
      chaining = next
      cipher = createCipher(key)
    },
    seal(plain: Uint8Array): Buffer {
      const sealed = cipher.seal(plain, hash)
      mixHash(sealed)
      return sealed
    },
    open(sealed: Uint8Array): Buffer {
      const plain = cipher.open(sealed, hash)
      mixHash(sealed)
      return plain
    },
    split(): readonly [Cipher, Cipher] {
      const [inward, outward] = expand(chaining, EMPTY)
      return [createCipher(inward), createCipher(outward)]
    },
  }
}

function expand(salt: Uint8Array, secret: Uint8Array): readonly [Buffer, Buffer] {
  const bytes = Buffer.from(hkdfSync('sha256', secret, salt, EMPTY, 64))
  return [bytes.subarray(0, 32), bytes.subarray(32)]
}

function sha256(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

function required(bytes: Uint8Array | null | undefined): Uint8Array {
  if (!bytes?.length) throw new Error('expected a whole handshake message, got one with a gap')
  return bytes
}
