import { randomBytes } from 'node:crypto'
import {
  type BinaryNode,
  hmacSign,
  proto,
  WA_ADV_ACCOUNT_SIG_PREFIX,
} from '@whiskeysockets/baileys'
import { createCompanion, type Registration } from './companion.js'
import type { Link } from './link.js'
import { node, SERVER, seconds } from './node.js'
import { endStream } from './stream-end.js'
import type { Pairing, World } from './world.js'

const REFS = 6

/** Gives a new device what it needs for its QR codes. */
export function offerPairing(world: World, link: Link, registration: Registration): void {
  const refs = Array.from({ length: REFS }, () => `2@${randomBytes(48).toString('base64url')}`)
  world.pairing = { link, refs, registration, onAccepted: null, code: null }
  const codes = refs.map((ref) => node('ref', {}, Buffer.from(ref)))
  link.send(
    node('iq', { from: SERVER, type: 'set', id: world.nextId(), xmlns: 'md' }, [
      node('pair-device', {}, codes),
    ]),
  )
}

/** The phone looks at a QR code: the device behind it is linked, and told to come back and log in. */
export async function scan(world: World, qr: string): Promise<void> {
  const code = readQr(qr)
  const pairing = world.pairing
  if (pairing === null || !isShown(pairing, code))
    throw new Error('no device shows this QR code: it may be outdated')
  await linkWaitingDevice(world, pairing, Buffer.from(code.secret, 'base64'))
}

/** Links the device that waits, with the secret that only it and the phone know. */
export async function linkWaitingDevice(
  world: World,
  pairing: Pairing,
  secret: Buffer,
): Promise<void> {
  const device = (world.companion?.device ?? 0) + 1
  const companion = createCompanion(world.ownPhone.address, device, pairing.registration)
  const accepted = new Promise<void>((resolve) => {
    pairing.onAccepted = resolve
  })
  pairing.link.send(
    node('iq', { from: SERVER, type: 'set', id: world.nextId(), xmlns: 'md', t: now() }, [
      node('pair-success', {}, [
        node('device-identity', {}, signedIdentity(world, pairing.registration, secret)),
        node('biz', { name: world.ownPhone.name }),
        node('device', { jid: companion.pn, lid: companion.lid }),
        node('platform', { name: 'smba' }),
      ]),
    ]),
  )
  await pairing.link.whileUp(accepted)
  world.pairing = null
  world.backlog.empty()
  world.companion = companion
  endStream(pairing.link, 515)
}

/** The client's answers to the two requests of a pairing; the second says that it has understood. */
export function takePairingAnswer(world: World, stanza: BinaryNode): void {
  const isSigned = Array.isArray(stanza.content) && stanza.content[0]?.tag === 'pair-device-sign'
  if (isSigned) world.pairing?.onAccepted?.()
}

type QrCode = {
  readonly ref: string
  readonly noiseKey: string
  readonly identityKey: string
  readonly secret: string
}

/** A code is a link to `wa.me` with the device's keys behind the `#`, or, in older clients, the keys alone. */
function readQr(qr: string): QrCode {
  const parts = qr.slice(qr.indexOf('#') + 1).split(',')
  const [ref, noiseKey, identityKey, secret] = parts
  if (!ref || !noiseKey || !identityKey || !secret)
    throw new Error(`expected a QR code to link a device, got ${parts.length} parts`)
  return { ref, noiseKey, identityKey, secret }
}

function isShown({ refs, registration }: Pairing, { ref, noiseKey, identityKey }: QrCode): boolean {
  return (
    refs.includes(ref) &&
    registration.noiseKey.equals(Buffer.from(noiseKey, 'base64')) &&
    registration.identityKey.equals(Buffer.from(identityKey, 'base64'))
  )
}

function signedIdentity(world: World, { identityKey }: Registration, secret: Buffer): Uint8Array {
  const { signal } = world.ownPhone
  const details = proto.ADVDeviceIdentity.encode({
    rawId: 1,
    timestamp: Number(now()),
    keyIndex: 1,
  })
  const signed = details.finish()
  const accountSignature = signal.sign(
    Buffer.concat([WA_ADV_ACCOUNT_SIG_PREFIX, signed, identityKey]),
  )
  const account = proto.ADVSignedDeviceIdentity.encode({
    details: signed,
    accountSignatureKey: signal.identityKey,
    accountSignature,
  }).finish()
  const sealed = { details: account, hmac: hmacSign(account, secret) }
  return proto.ADVSignedDeviceIdentityHMAC.encode(sealed).finish()
}

function now(): string {
  return seconds(new Date())
}
