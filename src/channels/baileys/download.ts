import type { MediaOffer } from '../../core/types.js'
import { statusOf } from './hand-over.js'
import { sourceOf } from './media-offer.js'
import { loadBaileys } from './package.js'

/** Where WhatsApp keeps files. What a message says of it is not followed: its sender wrote it. */
const HOST = 'mmg.whatsapp.net'
const GONE: readonly (number | null)[] = [403, 404, 410]

/** The opened bytes of a file as they come; null when WhatsApp has them no more. Throws where it cannot be reached. */
export async function download({
  kind,
  source,
}: Pick<MediaOffer, 'kind' | 'source'>): Promise<AsyncIterable<Uint8Array> | null> {
  const { downloadContentFromMessage } = await loadBaileys()
  try {
    return await downloadContentFromMessage(sourceOf({ source }), kind, { host: HOST })
  } catch (error) {
    if (GONE.includes(statusOf(error))) return null
    throw error
  }
}
