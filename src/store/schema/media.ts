import type { Generated } from 'kysely'
import type { ContactId, Iso, LineId, MediaOffer, MessageId } from '../../core/types.js'
import type { Json } from './schema.js'

export type MediaTable = {
  id: Generated<number>
  contact_id: ContactId
  line_id: LineId
  message_id: MessageId
  kind: MediaOffer['kind']
  mime: string
  bytes: number | null
  name: string | null
  sha256: string | null
  source: string
  /**
   * `deferred`: fetched only when asked for, as one of too many. `refused`: too big, or not what it says it
   * is. `gone`: nobody has it any more.
   */
  status: 'offered' | 'deferred' | 'kept' | 'refused' | 'gone'
  file: string | null
  attempts: Generated<number>
  created_at: Iso
}

export type AdReferralsTable = {
  id: Generated<number>
  contact_id: ContactId
  line_id: LineId
  message_id: MessageId
  /** As it came. */
  raw: Json
  created_at: Iso
}
