import { z } from 'zod'
import { strict } from '../flow/condition-shape.js'

/** When the bot falls silent in a chat by itself: `loops` in `flows/business.yaml`. */
export type LoopRules = {
  /** Messages within a minute that another machine may have written, or that lead nowhere. */
  readonly answersInMinute: number
  /** How often the same text comes within ten minutes. */
  readonly sameText: number
  /** Texts within ten minutes that sound like an automatic answer. */
  readonly automaticTexts: number
  /** Messages of one person within a minute. */
  readonly messagesInMinute: number
  /** Answers of ours within an hour in one chat. */
  readonly ownAnswersInHour: number
  /** For how long it is silent then, in hours; after a flood, in minutes. */
  readonly quietHours: number
  readonly floodMinutes: number
}

const count = z.number().int().positive({ error: 'flows.not_positive' })
const amount = z.number().positive({ error: 'flows.not_positive' })

export const loopShape = strict({
  answersInMinute: count.optional(),
  sameText: count.optional(),
  automaticTexts: count.optional(),
  messagesInMinute: count.optional(),
  ownAnswersInHour: count.optional(),
  quietHours: amount.optional(),
  floodMinutes: amount.optional(),
})

export function buildLoops(raw: z.infer<typeof loopShape> = {}): LoopRules {
  return {
    answersInMinute: raw.answersInMinute ?? 5,
    sameText: raw.sameText ?? 3,
    automaticTexts: raw.automaticTexts ?? 3,
    messagesInMinute: raw.messagesInMinute ?? 60,
    ownAnswersInHour: raw.ownAnswersInHour ?? 60,
    quietHours: raw.quietHours ?? 12,
    floodMinutes: raw.floodMinutes ?? 60,
  }
}

/** Those of a business that says nothing about it. */
export const PLAIN_LOOPS: LoopRules = buildLoops()
