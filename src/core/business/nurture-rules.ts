import { z } from 'zod'
import { id, strict } from '../flow/condition-shape.js'
import type { Path } from '../flow/problem.js'
import { forms } from '../flow/shape.js'
import type { Forms } from '../flow/types.js'
import { PERSONA_KEYS, PRODUCT_KEYS, type UnknownName } from '../flow/unknown-name.js'
import { parseForms, type Reported } from '../flow/wordings.js'
import { minuteOf } from './week.js'

/** How near somebody is to buying: they know what they lack, they compare, they have a price. */
const JOURNEY = ['awareness', 'consideration', 'decision'] as const
export type Journey = (typeof JOURNEY)[number]

/** Something useful of the business's own, for whoever is not ready yet. */
export type Piece = {
  readonly id: string
  /** What it is about, for the owner. */
  readonly topic: string
  readonly stage: Journey
  /** Only for whoever wants one of these; empty for everybody. */
  readonly products: readonly string[]
  /** Only for these kinds of buyer; empty for all. */
  readonly personas: readonly string[]
  readonly text: Forms
}

/** How somebody is accompanied who is not ready yet. */
export type NurtureRules = {
  /** The sequence that does it. */
  readonly flow: string
  /** Days between two messages, by how near they are. */
  readonly days: { readonly [J in Journey]: number }
  /** Messages in all, before it ends by itself. */
  readonly most: number
  /** Minute of the day at which somebody is written to who only named a day. */
  readonly at: number
  readonly pieces: readonly Piece[]
}

const some = z.number().int().positive({ error: 'flows.not_positive' })

const piece = strict({
  id,
  topic: z.string().regex(/\S/, { error: 'flows.empty_text' }),
  stage: z.enum(JOURNEY),
  products: z.array(id).optional(),
  personas: z.array(id).optional(),
  text: forms,
})

/** `nurture` in `flows/business.yaml`; without it nobody is accompanied. */
export const nurtureShape = strict({
  flow: id.optional(),
  days: strict({
    awareness: some.optional(),
    consideration: some.optional(),
    decision: some.optional(),
  }).optional(),
  most: some.optional(),
  at: z
    .string()
    .regex(/^([01]?\d|2[0-3]):[0-5]\d$/, { error: 'flows.bad_clock' })
    .optional(),
  pieces: z.array(piece).min(1, { error: 'flows.empty_list' }),
}).optional()

export function nurtureRules(
  raw: z.infer<typeof nurtureShape>,
  report: Reported,
): NurtureRules | null {
  if (raw === undefined) return null
  return {
    flow: raw.flow ?? 'nurture',
    days: {
      awareness: raw.days?.awareness ?? 21,
      consideration: raw.days?.consideration ?? 14,
      decision: raw.days?.decision ?? 7,
    },
    most: raw.most ?? 4,
    at: minuteOf(raw.at ?? '10:00'),
    pieces: raw.pieces.map(({ products, personas, ...rest }, index) => ({
      ...rest,
      products: products ?? [],
      personas: personas ?? [],
      text: parseForms(rest.text, [...PIECES, index, 'text'], report),
    })),
  }
}

const PIECES: Path = ['nurture', 'pieces']

/** What the pieces are for, to be looked up among the business's products and kinds of buyer. */
export function namesInPieces(
  rules: NurtureRules | null,
  known: { readonly products: readonly string[]; readonly personas: readonly string[] },
): readonly UnknownName[] {
  return (rules?.pieces ?? []).flatMap(({ products, personas }, index) => [
    ...products.map((name, place) => {
      const path = [...PIECES, index, 'products', place]
      return { path, name, known: known.products, keys: PRODUCT_KEYS }
    }),
    ...personas.map((name, place) => {
      const path = [...PIECES, index, 'personas', place]
      return { path, name, known: known.personas, keys: PERSONA_KEYS }
    }),
  ])
}

export function piecePaths(
  rules: NurtureRules | null,
): readonly { readonly text: Forms; readonly path: Path }[] {
  return (rules?.pieces ?? []).map(({ text }, index) => ({
    text,
    path: [...PIECES, index, 'text'],
  }))
}
