import { NOISE_WA_HEADER } from '@whiskeysockets/baileys'

const LENGTH_BYTES = 3

/** Cuts what arrives into frames: the four bytes of the intro once, then length and payload. */
export function createFrameReader(onFrame: (payload: Buffer) => void): (bytes: Buffer) => void {
  let waiting = Buffer.alloc(0)
  let introduced = false
  return (bytes) => {
    waiting = Buffer.concat([waiting, bytes])
    if (!introduced && waiting.length >= NOISE_WA_HEADER.length) {
      const intro = waiting.subarray(0, NOISE_WA_HEADER.length)
      if (!intro.equals(NOISE_WA_HEADER))
        throw new Error(`not a WhatsApp client: ${intro.toString('hex')}`)
      waiting = waiting.subarray(NOISE_WA_HEADER.length)
      introduced = true
    }
    while (introduced && waiting.length >= LENGTH_BYTES) {
      const end = LENGTH_BYTES + waiting.readUIntBE(0, LENGTH_BYTES)
      if (waiting.length < end) return
      const payload = waiting.subarray(LENGTH_BYTES, end)
      waiting = waiting.subarray(end)
      onFrame(payload)
    }
  }
}

/** A payload with its length before it. */
export function frame(payload: Uint8Array): Buffer {
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUIntBE(payload.length, 0, LENGTH_BYTES)
  return Buffer.concat([length, payload])
}
