import type { proto } from '@whiskeysockets/baileys'
import { z } from 'zod'
import type { MediaOffer } from '../../core/types.js'
import { unwrap } from './content.js'

type Parts = {
  readonly [part in keyof proto.IMessage]?: MediaOffer['kind']
}

const PARTS: Parts = {
  audioMessage: 'audio',
  imageMessage: 'image',
  videoMessage: 'video',
  ptvMessage: 'video',
  documentMessage: 'document',
  stickerMessage: 'sticker',
}

/** The file in a message; null where there is none, or nothing says how to get it. */
export function mediaIn(raw: proto.IMessage): MediaOffer | null {
  const message = unwrap(raw)
  for (const [part, kind] of Object.entries(PARTS)) {
    const found: unknown = Object.entries(message).find(([name]) => name === part)?.[1]
    const read = FILE.safeParse(found)
    if (!read.success) continue
    const { mimetype, fileLength, fileName, fileSha256, directPath, mediaKey } = read.data
    return {
      kind,
      mime: mimetype ?? '',
      bytes: fileLength == null ? null : Number(String(fileLength)),
      name: fileName || null,
      sha256: fileSha256 == null ? null : Buffer.from(fileSha256).toString('base64url'),
      source: JSON.stringify({ directPath, mediaKey: Buffer.from(mediaKey).toString('base64') }),
    }
  }
  return null
}

/** Where the sealed bytes of a file lie, and the key that opens them. */
type MediaSource = { readonly directPath: string; readonly mediaKey: Uint8Array }

export function sourceOf({ source }: Pick<MediaOffer, 'source'>): MediaSource {
  const { directPath, mediaKey } = SOURCE.parse(JSON.parse(source))
  return { directPath, mediaKey: Buffer.from(mediaKey, 'base64') }
}

/** The path goes behind WhatsApp's own host: one that is no path would lead to another. */
const PATH = z.string().regex(/^\/[\w./%?=&~+-]+$/)
const BYTES = z.instanceof(Uint8Array)

const FILE = z.object({
  mimetype: z.string().nullish(),
  fileLength: z.unknown(),
  fileName: z.string().nullish(),
  fileSha256: BYTES.nullish(),
  directPath: PATH,
  mediaKey: BYTES,
})

const SOURCE = z.object({ directPath: PATH, mediaKey: z.string() })
