import type { ContactId, LineId } from '../core/types.js'

/** One conversation: a contact on a line. */
export type ChatKey = { readonly contactId: ContactId; readonly lineId: LineId }

export function keyText({ contactId, lineId }: ChatKey): string {
  return `${lineId}/${contactId}`
}
