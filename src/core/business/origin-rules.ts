import { z } from 'zod'
import { id, strict } from '../flow/condition-shape.js'
import { filledText, plainText, type RawPlainText } from '../flow/shape.js'
import { fold } from '../understanding/normalise.js'
import { plainIn, plainOf } from './plain-text.js'
import type { InOthers } from './types.js'

/** A place where a link to the business hangs: `campaigns` in `flows/business.yaml`. */
export type Campaign = {
  /** Stands in the text that the link writes for whoever opens it: "FERIA". */
  readonly code: string
  /** "Feria del hogar". */
  readonly name: string
  /** Under which its people and its costs are counted. */
  readonly source: string
  /** What the link writes for them; null for the text that goes with every campaign. */
  readonly text: string | null
}

/** How people are asked where they heard of the business: `origins` in `flows/business.yaml`. */
export type OriginRules = {
  /** `qualified`: once who qualified is handed over; `handed`: whoever is; `no`: nobody. */
  readonly ask: 'qualified' | 'handed' | 'no'
  /** Whether the ways below are shown as a list. */
  readonly list: boolean
  /** Ways of the business's own, before those that are known anyway. */
  readonly options: readonly OriginOption[]
}

type OriginOption = {
  /** As it is counted. */
  readonly id: string
  readonly label: string
  readonly labelIn?: InOthers
  /** Folded. */
  readonly words: readonly string[]
}

export const campaignsShape = z
  .array(
    strict({
      code: z.string().regex(/^[A-Z0-9][A-Z0-9-]{2,19}$/, { error: 'flows.bad_code' }),
      name: filledText,
      source: filledText.optional(),
      text: filledText.optional(),
    }),
  )
  .optional()

export const originsShape = strict({
  ask: z.enum(['qualified', 'handed', 'no']).optional(),
  list: z.boolean().optional(),
  options: z.array(strict({ id, label: plainText, words: z.array(filledText) })).optional(),
}).optional()

export function campaignsOf(raw: z.infer<typeof campaignsShape>): readonly Campaign[] {
  return (raw ?? []).map(({ code, name, source, text }) => ({
    code,
    name,
    source: (source ?? name).trim().toLowerCase(),
    text: text ?? null,
  }))
}

/** Without the part in the file nobody is asked. */
export function originRules(raw: z.infer<typeof originsShape>): OriginRules {
  return {
    ask: raw === undefined ? 'no' : (raw.ask ?? 'qualified'),
    list: raw?.list ?? false,
    options: (raw?.options ?? []).map(({ id: way, label, words }) => ({
      id: way,
      label: plainOf(label),
      labelIn: plainIn(label),
      words: [plainOf(label), ...translated(label), ...words].map((each) => fold(each)),
    })),
  }
}

/** Whoever is shown a way in their language may answer with it. */
function translated(label: RawPlainText): readonly string[] {
  const { pt, en } = plainIn(label)
  return [pt, en].filter((each) => each !== undefined)
}
