import { z } from 'zod'
import { strict } from '../flow/condition-shape.js'

/** How long things are kept of somebody who does not write any more. Nothing goes by itself where both are null. */
export type RetentionRules = {
  /** Months without a word after which messages and files go. */
  readonly texts: number | null
  /** Months without a word after which the person goes, as far as nothing asks to keep them. */
  readonly contact: number | null
  /** Months for which somebody who bought is kept all the same, as the law wants of invoices. */
  readonly buyers: number
}

/** Ten years, as Colombia's traders keep their papers. */
const PAPERS = 120

const months = z.number().int().positive({ error: 'flows.not_positive' }).optional()

/** `retention` in `flows/business.yaml`, in months. */
export const retentionShape = strict({
  texts: months,
  contact: months,
  buyers: z.number().int().min(0).optional(),
}).optional()

export function retentionRules(raw: z.infer<typeof retentionShape>): RetentionRules {
  return {
    texts: raw?.texts ?? null,
    contact: raw?.contact ?? null,
    buyers: raw?.buyers ?? PAPERS,
  }
}
