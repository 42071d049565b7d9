import type { Iso, LineId } from '../../core/types.js'

export type WhatsAppSessionsTable = {
  line_id: LineId
  type: string
  id: string
  /** What the channel wrote, sealed where there is a key. */
  value: string
  epoch: number
}

export type JournalTable = {
  line_id: LineId
  hash: string
  /** Null once its message is in the inbox. */
  plaintext: string | null
  at: Iso
}

export type LeasesTable = {
  line_id: LineId
  owner: string
  /** Grows with each owner: writes of an earlier one are turned away. */
  epoch: number
  until: Iso
}
