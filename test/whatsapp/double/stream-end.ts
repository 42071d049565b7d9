import type { BinaryNode } from '@whiskeysockets/baileys'
import type { Link } from './link.js'
import { node } from './node.js'

const REMOVED = 401
const REPLACED = 440

/** Ends a connection in good order, with the reason: 515 start again, 401 unlinked, 440 replaced, 503, … */
export function endStream(link: Link, code: number): void {
  link.send(streamError(code))
  link.close()
}

/** A replaced connection is told in words; the client makes the number out of them. */
function streamError(code: number): BinaryNode {
  if (code === REPLACED) return node('stream:error', {}, [node('conflict', { type: 'replaced' })])
  const why = code === REMOVED ? [node('conflict', { type: 'device_removed' })] : undefined
  return node('stream:error', { code: String(code) }, why)
}
