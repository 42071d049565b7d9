import { z } from 'zod'
import { strict } from '../flow/condition-shape.js'
import type { Phone } from '../types.js'

/** What staff have to know before a word of theirs moves money. */
export type PinRules = {
  /** Everybody's; null where only those with one of their own are asked. */
  readonly code: string | null
  /** So long nobody is asked again. */
  readonly minutes: number
  /** Of one member of staff, by phone: counts in place of everybody's. */
  readonly own: { readonly [phone: Phone]: string }
}

export const pinCode = z.string().regex(/^\d{4,8}$/, { error: 'flows.bad_pin' })

/** `pin` in `flows/business.yaml`: `"2468"`, or with how long it holds. */
export const pinShape = z.union([
  pinCode,
  strict({
    code: pinCode.optional(),
    minutes: z.number().int().positive({ error: 'flows.not_positive' }).optional(),
  }),
])

type Raw = z.infer<typeof pinShape> | undefined
type Member = { readonly phone: string; readonly pin?: string | undefined }

export function pinRules(raw: Raw, staff: readonly Member[]): PinRules {
  const { code = null, minutes = 10 } = typeof raw === 'string' ? { code: raw } : (raw ?? {})
  const own = staff.flatMap(({ phone, pin }) => (pin === undefined ? [] : [[phone, pin] as const]))
  return { code, minutes, own: Object.fromEntries(own) }
}
