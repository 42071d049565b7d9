import { z } from 'zod'
import type { Iso, MessageId } from '../../core/types.js'
import type { LedgerLine } from './ledger.js'

const schema = z.object({
  seq: z.number().int().positive(),
  id: z.string(),
  to: z.string(),
  text: z.string(),
  options: z.array(z.object({ id: z.string(), label: z.string() })).optional(),
  replyTo: z.string().optional(),
  at: z.string(),
})

/** One line of the ledger's file, or null for what no ledger wrote (a damaged block, a stray edit). */
export function parseLedgerLine(text: string): LedgerLine | null {
  const parsed = schema.safeParse(json(text))
  if (!parsed.success) return null
  const { seq, id, to, text: said, options, replyTo, at } = parsed.data
  return {
    seq,
    id: id as MessageId,
    to,
    text: said,
    ...(options === undefined ? {} : { options }),
    ...(replyTo === undefined ? {} : { replyTo: replyTo as MessageId }),
    at: at as Iso,
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
