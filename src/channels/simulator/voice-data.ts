import type { MediaOffer } from '../../core/types.js'

const HEAD = 'data:base64,'

/** A voice note as a simulated phone sends it: its bytes stand in the message. */
export function voiceOffer(data: string): MediaOffer {
  const bytes = Buffer.from(data, 'base64').length
  const plain = { mime: 'audio/ogg; codecs=opus', name: null, sha256: null }
  return { kind: 'audio', bytes, ...plain, source: `${HEAD}${data}` }
}

/** The bytes of such a voice note; null for a file of any other channel. */
export function simulatedBytes({
  source,
}: Pick<MediaOffer, 'source'>): AsyncIterable<Uint8Array> | null {
  return source.startsWith(HEAD) ? once(Buffer.from(source.slice(HEAD.length), 'base64')) : null
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}
