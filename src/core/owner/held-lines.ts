import { type GateAnswer, isGateReason } from '../schedule/gate.js'
import { heldText } from '../schedule/held-text.js'
import type { Iso } from '../types.js'
import { cardText } from './card-text.js'
import type { LeadCardProps } from './lead-card.js'

/** Something that a rule of contact keeps from being said: a message key tells which. */
export type HeldBack = {
  /** As its flow names the wait. */
  readonly name: string
  readonly dueAt: Iso
  readonly status: 'pending' | 'fired' | 'cancelled'
  readonly reason: string
}

/** What waits or will never be said, why, and until when; and whether they want anything at all. */
export function heldLines(props: LeadCardProps): readonly string[] {
  const { contact, held, business, messages } = props
  const refused = contact.consent === 'opted_out' ? [cardText(props, 'owner.card.refused')] : []
  const lines = held.flatMap(({ name, ...one }) => {
    const answer = answerOf(one)
    if (answer === null) return []
    const what = name.replaceAll('-', ' ')
    return [cardText(props, 'owner.card.held', { what, why: heldText(answer, business, messages) })]
  })
  return [...refused, ...lines]
}

type Held = Exclude<GateAnswer, { kind: 'go' }>

function answerOf({ dueAt, status, reason }: Omit<HeldBack, 'name'>): Held | null {
  if (!isGateReason(reason)) return null
  return status === 'pending' ? { kind: 'wait', until: dueAt, reason } : { kind: 'never', reason }
}
