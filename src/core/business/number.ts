import { z } from 'zod'
import { strict } from '../flow/shape.js'
import type { Phone } from '../types.js'

/** How the business's WhatsApp number is used: `number` in `flows/business.yaml`. */
export type NumberRules = {
  /** It is somebody's own number too: whoever had a chat with it before is left to that person. */
  readonly personal: boolean
  /** Never answered, whatever they write. */
  readonly ignore: readonly Phone[]
}

const phone = z.string().regex(/^\+[1-9]\d{7,14}$/, { error: 'flows.bad_phone' })

export const numberShape = strict({
  personal: z.boolean().optional(),
  ignore: z.array(phone).optional(),
})

export function buildNumber(raw: z.infer<typeof numberShape> = {}): NumberRules {
  return {
    personal: raw.personal ?? false,
    ignore: (raw.ignore ?? []).map((each) => each as Phone),
  }
}

/** The number of a business that says nothing about it. */
export const PLAIN_NUMBER: NumberRules = buildNumber()
