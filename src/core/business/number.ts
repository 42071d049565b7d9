import { z } from 'zod'
import { strict } from '../flow/condition-shape.js'
import type { Phone } from '../types.js'

/** How the business's WhatsApp number is used and spared: `number` in `flows/business.yaml`. */
export type NumberRules = {
  /** The line's own number, for links that open a chat with it; null where nobody wrote it down. */
  readonly phone: Phone | null
  /** It is somebody's own number too: whoever had a chat with it before is left to that person. */
  readonly personal: boolean
  /** Days in which the bot only tells what it would have answered; 0: it answers from the first message. */
  readonly rehearsal: number
  /** So many of those are told one by one within an hour; the rest as one sum. */
  readonly rehearsalPerHour: number
  /** Never answered, whatever they write. */
  readonly ignore: readonly Phone[]
  /** Seconds between two messages to the same person. */
  readonly chatSeconds: number
  /** How fast a person types, and the seconds that "typing…" is shown at most. */
  readonly typingPerSecond: number
  readonly typingMost: number
  /** Answers, in all chats together. */
  readonly answersPerHour: number
  readonly answersPerDay: number
  /** Messages that nobody asked for, in all chats together. */
  readonly unaskedPerHour: number
  readonly unaskedPerDay: number
  /** People who never wrote and whom an owner writes to through the bot. */
  readonly firstContactsPerDay: number
  /** The same text to several people within an hour, other than as an answer. */
  readonly sameTextPerHour: number
  /** Days in which a newly linked number works up to its limits. */
  readonly warmUpDays: number
  /** Whether the simulator keeps these limits too. */
  readonly alsoSimulator: boolean
}

const phone = z.string().regex(/^\+[1-9]\d{7,14}$/, { error: 'flows.bad_phone' })
const count = z.number().int().positive({ error: 'flows.not_positive' })
const amount = z.number().positive({ error: 'flows.not_positive' })

export const numberShape = strict({
  phone: phone.optional(),
  personal: z.boolean().optional(),
  rehearsal: z.number().int().min(0).max(60).optional(),
  rehearsalPerHour: count.optional(),
  ignore: z.array(phone).optional(),
  chatSeconds: amount.optional(),
  typingPerSecond: amount.optional(),
  typingMost: amount.optional(),
  answersPerHour: count.optional(),
  answersPerDay: count.optional(),
  unaskedPerHour: count.optional(),
  unaskedPerDay: count.optional(),
  firstContactsPerDay: count.optional(),
  sameTextPerHour: count.optional(),
  warmUpDays: z.number().int().min(0).optional(),
  alsoSimulator: z.boolean().optional(),
})

export function buildNumber(raw: z.infer<typeof numberShape> = {}): NumberRules {
  return {
    phone: raw.phone === undefined ? null : (raw.phone as Phone),
    personal: raw.personal ?? false,
    rehearsal: raw.rehearsal ?? 0,
    rehearsalPerHour: raw.rehearsalPerHour ?? 12,
    ignore: (raw.ignore ?? []).map((each) => each as Phone),
    chatSeconds: raw.chatSeconds ?? 2,
    typingPerSecond: raw.typingPerSecond ?? 40,
    typingMost: raw.typingMost ?? 6,
    answersPerHour: raw.answersPerHour ?? 240,
    answersPerDay: raw.answersPerDay ?? 1500,
    unaskedPerHour: raw.unaskedPerHour ?? 12,
    unaskedPerDay: raw.unaskedPerDay ?? 40,
    firstContactsPerDay: raw.firstContactsPerDay ?? 5,
    sameTextPerHour: raw.sameTextPerHour ?? 4,
    warmUpDays: raw.warmUpDays ?? 10,
    alsoSimulator: raw.alsoSimulator ?? false,
  }
}

/** The number of a business that says nothing about it. */
export const PLAIN_NUMBER: NumberRules = buildNumber()
