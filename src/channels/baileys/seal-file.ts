import type { AnyMediaMessageContent, proto, WASocket } from '@whiskeysockets/baileys'
import type { Outgoing, SentFile } from '../../core/types.js'
import type { Baileys } from './package.js'

export type FileMessage = Extract<Outgoing, { kind: 'file' }>

/** Puts a file with WhatsApp, sealed anew each time; null where its bytes are gone. Rejects where it cannot be reached. */
export type SealFile = (message: FileMessage) => Promise<proto.IMessage | null>

const UPLOAD_MS = 60_000

/** `sock` is asked for later: the connection itself may want a file again. */
export function createSealFile(
  { prepareWAMessageMedia }: Baileys,
  sock: () => WASocket,
  fileAt: (hash: string) => string | null,
): SealFile {
  return async ({ text, file }) => {
    const path = fileAt(file.hash)
    if (path === null) return null
    const sealed = await prepareWAMessageMedia(contentOf(file, path, text), {
      upload: sock().waUploadToServer,
      mediaUploadTimeoutMs: UPLOAD_MS,
    })
    // It was left empty only so that nobody looks for a program to make one.
    if (sealed.imageMessage) sealed.imageMessage.jpegThumbnail = null
    return sealed
  }
}

function contentOf(file: SentFile, path: string, caption: string): AnyMediaMessageContent {
  const { name, mime } = file
  if (file.media === 'document') {
    return { document: { url: path }, fileName: name, mimetype: mime, caption }
  }
  const { width, height } = file
  return { image: { url: path }, mimetype: mime, caption, width, height, jpegThumbnail: '' }
}
