import { z } from 'zod'
import type { Iso, MessageId } from '../../core/types.js'
import type { LedgerLine } from './ledger.js'

const about = z.object({
  hash: z.string(),
  name: z.string(),
  mime: z.string(),
  bytes: z.number(),
})
const media = z.union([
  z.object({ media: z.literal('image'), width: z.number(), height: z.number() }),
  z.object({ media: z.literal('document') }),
])

const schema = z.object({
  seq: z.number().int().positive(),
  id: z.string(),
  to: z.string(),
  text: z.string(),
  options: z.array(z.object({ id: z.string(), label: z.string() })).optional(),
  file: z.intersection(about, media).optional(),
  replyTo: z.string().optional(),
  at: z.string(),
})

/** One line of the ledger's file, or null for what no ledger wrote (a damaged block, a stray edit). */
export function parseLedgerLine(text: string): LedgerLine | null {
  const parsed = schema.safeParse(json(text))
  if (!parsed.success) return null
  const { seq, id, to, text: said, options, file, replyTo, at } = parsed.data
  return {
    seq,
    id: id as MessageId,
    to,
    text: said,
    ...(options === undefined ? {} : { options }),
    ...(file === undefined ? {} : { file }),
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
