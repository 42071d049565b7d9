import { z } from 'zod'
import type { Business } from '../../core/business/types.js'
import { type Messages, message } from '../../core/messages.js'
import { STAGES } from '../../core/types.js'
import { slotLabel, slotText } from './slot-text.js'
import { shortWhen } from './when.js'

export type Fact = {
  readonly label: string
  readonly value: string
  /** The words that prove it, empty when there are none. */
  readonly said: string
}

/** The panel between the phones, every text ready to show. */
export type Known = {
  /** Position in the path of eight, -1 before the first. */
  readonly stage: number
  /** When and why each stage of the path was reached, empty where it was not. */
  readonly reached: readonly string[]
  readonly score: number
  readonly reasons: readonly { readonly text: string; readonly points: number }[]
  readonly facts: readonly Fact[]
  readonly timers: readonly { readonly name: string; readonly at: string }[]
  /** A human has the chat, the inquiry was closed, the person opted out: sentences. */
  readonly notes: readonly string[]
}

/** What the bot knows of one contact, from the answer of `GET /simulator/contacts/<phone>`. */
export function knownView(contact: unknown, messages: Messages, business: Business): Known | null {
  const parsed = contactSchema.safeParse(contact)
  if (!parsed.success) return null
  const { stage, score, reasons, slots, stageChanges, timers } = parsed.data
  const at = (moment: string): string => shortWhen(moment, business)
  return {
    stage: stage === null ? -1 : STAGES.indexOf(stage),
    reached: STAGES.map((name) => {
      const change = stageChanges.findLast(({ to }) => to === name)
      return change === undefined
        ? ''
        : [at(change.at), change.reason].filter((part) => part !== '').join(', ')
    }),
    score,
    reasons: reasons.map(({ text, points }) => ({ text, points })),
    facts: Object.entries(slots).map(([name, slot]) => ({
      label: slotLabel(messages, name),
      value: slot.declined
        ? message(messages, 'web.known.declined')
        : slotText(name, slot.value, { messages, business }),
      said: slot.said,
    })),
    timers: [...timers]
      .sort((a, b) => a.dueAt.localeCompare(b.dueAt))
      .map(({ name, dueAt }) => ({ name: plainName(name), at: at(dueAt) })),
    notes: notes(parsed.data, messages, at),
  }
}

const moment = z.iso.datetime({ offset: true })

// The panel only looks: a part it cannot read is left out instead of taking the rest along.
const contactSchema = z.object({
  stage: z.enum(STAGES).nullable().catch(null),
  score: z.number().catch(0),
  reasons: z.array(z.object({ text: z.string(), points: z.number() })).catch([]),
  slots: z
    .record(
      z.string(),
      z.object({
        value: z.unknown(),
        said: z.string().catch(''),
        declined: z.boolean().catch(false),
      }),
    )
    .catch({}),
  stageChanges: z
    .array(z.object({ to: z.string(), at: moment, reason: z.string().catch('') }))
    .catch([]),
  timers: z.array(z.object({ name: z.string(), dueAt: moment })).catch([]),
  paused: z.object({ until: moment }).nullable().catch(null),
  outcome: z.object({ kind: z.string(), reason: z.string() }).nullable().catch(null),
  consents: z.array(z.object({ state: z.string() })).catch([]),
})

function notes(
  { paused, outcome, consents }: z.infer<typeof contactSchema>,
  messages: Messages,
  at: (moment: string) => string,
): readonly string[] {
  const found: string[] = []
  if (paused !== null) {
    found.push(message(messages, 'web.known.paused', { until: at(paused.until) }))
  }
  if (outcome !== null) found.push(outcomeText(outcome.kind, outcome.reason, messages))
  if (consents.at(-1)?.state === 'opted_out') found.push(message(messages, 'web.known.opted_out'))
  return found
}

function outcomeText(kind: string, reason: string, messages: Messages): string {
  if (kind === 'won') return message(messages, 'web.known.won')
  if (kind === 'lost') return message(messages, 'web.known.lost', { reason })
  return message(messages, 'web.known.disqualified', { reason })
}

// "primer-recordatorio" is what the flow's author called it.
function plainName(name: string): string {
  const words = name.replace(/[-_]/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
