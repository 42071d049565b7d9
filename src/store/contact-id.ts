import { randomUUID } from 'node:crypto'
import type { ContactId, Iso } from '../core/types.js'

/**
 * A new internal id. It begins with the time, so that new rows land side by side in the indexes
 * and the older of two contacts has the smaller id.
 */
export function newContactId(at: Iso): ContactId {
  const time = Date.parse(at).toString(36).padStart(9, '0')
  return `c${time}${randomUUID().slice(-12)}` as ContactId
}
