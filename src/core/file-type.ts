import type { MediaOffer } from './types.js'

type Sign = readonly [at: number, bytes: string]

/** How files of each kind begin, as hexadecimal digits. */
const SIGNS: { readonly [kind in MediaOffer['kind']]: readonly Sign[] } = {
  // Ogg, MP4 and M4A, WAVE, MP3, AMR.
  audio: [
    ...signs(0, '4f676753', '494433', 'fffb', 'fff3', 'fff1', '2321414d52'),
    ...signs(4, '66747970'),
    ...signs(8, '57415645'),
  ],
  // JPEG, PNG, GIF, WebP.
  image: [...signs(0, 'ffd8ff', '89504e470d0a1a0a', '474946383'), ...signs(8, '57454250')],
  // MP4, 3GP, WebM.
  video: [...signs(4, '66747970'), ...signs(0, '1a45dfa3')],
  sticker: signs(8, '57454250'),
  // PDF, the zipped formats of offices, the older ones, and pictures sent as documents.
  document: signs(0, '25504446', '504b0304', 'd0cf11e0a1b11ae1', 'ffd8ff', '89504e470d0a1a0a'),
}

/** Whether a file that begins so can be of that kind. What it says of itself proves nothing. */
export function canBe(kind: MediaOffer['kind'], head: Uint8Array): boolean {
  const digits = Array.from(head, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return SIGNS[kind].some(([at, bytes]) => digits.startsWith(bytes, at * 2))
}

function signs(at: number, ...all: readonly string[]): readonly Sign[] {
  return all.map((bytes) => [at, bytes])
}
