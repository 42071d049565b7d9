import type { RawPlainText } from '../flow/shape.js'
import type { InOthers } from './types.js'

/** The Spanish of a text that has no treatments. */
export function plainOf(raw: RawPlainText): string {
  return typeof raw === 'string' ? raw : raw.text
}

/** The same in the other languages in which the file has it; none of them where it is one text. */
export function plainIn(raw: RawPlainText | undefined): InOthers {
  if (raw === undefined || typeof raw === 'string') return {}
  const { pt, en } = raw
  return { ...(pt !== undefined && { pt }), ...(en !== undefined && { en }) }
}
