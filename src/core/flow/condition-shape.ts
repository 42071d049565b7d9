import { z } from 'zod'
import { MEASURES, SIGNS } from './types.js'

/** A condition as people write it; what all shapes of a flow file are made with. */

type Scalar = string | number | boolean

export type RawCondition =
  | readonly RawCondition[]
  | { readonly known: string }
  | { readonly declined: string }
  | { readonly missing: string }
  | { readonly is: { readonly [slot: string]: Scalar | readonly Scalar[] } }
  | {
      readonly number: {
        readonly of: (typeof MEASURES)[number]
        readonly atLeast?: number | undefined
        readonly below?: number | undefined
      }
    }
  | { readonly sign: (typeof SIGNS)[number] }
  | { readonly all: readonly RawCondition[] }
  | { readonly any: readonly RawCondition[] }
  | { readonly not: RawCondition }

/** An object that takes these fields and no other. */
export function strict<S extends z.core.$ZodShape>(shape: S): z.ZodObject<S, z.core.$strict> {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? Object.keys(shape).join(', ') : undefined,
  })
}

/** One of several objects, told apart by which of these keys they hold, in the same order. */
export function byKey<T extends readonly [z.ZodType, ...z.ZodType[]]>(
  keys: readonly string[],
  shapes: T,
): z.ZodUnion<T> {
  return z.union(shapes, { error: () => keys.join(', ') })
}

const ID = /^[\p{Ll}\p{N}][\p{L}\p{N}_-]*$/u

export const id = z.string().regex(ID, { error: 'flows.bad_id' })
const scalar = z.union([z.string(), z.number(), z.boolean()])

const CONDITION_KEYS = [
  'known',
  'declined',
  'missing',
  'is',
  'number',
  'sign',
  'all',
  'any',
  'not',
] as const

export const condition: z.ZodType<RawCondition> = z.lazy(() =>
  byKey(CONDITION_KEYS, [
    strict({ known: id }),
    strict({ declined: id }),
    strict({ missing: id }),
    strict({ is: z.record(z.string(), z.union([scalar, z.array(scalar)])) }),
    strict({ number: figure }),
    strict({ sign: z.enum(SIGNS) }),
    strict({ all: z.array(condition) }),
    strict({ any: z.array(condition) }),
    strict({ not: condition }),
    z.array(condition),
  ]),
)

const figure = strict({
  of: z.enum(MEASURES),
  atLeast: z.number().optional(),
  below: z.number().optional(),
}).refine((value) => value.atLeast !== undefined || value.below !== undefined, {
  error: 'flows.number_without_bound',
})
