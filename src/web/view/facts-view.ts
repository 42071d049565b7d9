import { slotsOfCase } from '../../core/funnel/facts-of-case.js'
import { message } from '../../core/messages.js'
import { dateField, needField } from '../../core/owner/card-fields.js'
import type { LeadCardProps } from '../../core/owner/lead-card.js'
import { isoOf } from '../../core/schedule/local-time.js'
import type { Slot } from '../../core/types.js'
import type { Insight } from '../deps.js'
import { slotLabel, slotText } from './slot-text.js'
import { capitalised, type Wall } from './when.js'

/** One line of the bill: a fact, what it is worth, and the words that prove it. */
export type FactView = {
  /** Empty for points that belong to no fact. */
  readonly slot: string
  readonly label: string
  readonly value: string
  readonly status: 'known' | 'missing'
  /** Null where nothing is counted. */
  readonly points: number | null
  readonly said: string
  readonly message: string | null
  readonly why: string
}

/** What is known and what is not yet, in the order of the scorecard; then the rest. */
export function factsView(insight: Insight, wall: Wall): readonly FactView[] {
  const slots = slotsOfCase(insight.state)
  const scored = scoredSlots(insight)
  const others = Object.keys(slots).filter(
    (name) => !scored.includes(name) && isFact(name, insight),
  )
  return [
    ...[...scored, ...others].map((name) => {
      const slot = slots[name]
      return slot === undefined ? missing(name, insight, wall) : known(name, slot, insight, wall)
    }),
    ...loosePoints(insight, wall),
  ]
}

/** Facts that can earn points, in the order of the scorecard. */
function scoredSlots({ flow }: Insight): readonly string[] {
  return [...new Set((flow.scorecard?.lines ?? []).flatMap(({ slot }) => slot ?? []))]
}

/** Answers that only steer the flow ("contacto": yes) are no facts about anybody. */
function isFact(name: string, { flow }: Insight): boolean {
  return flow.slots[name] !== 'yes_no'
}

function known(name: string, slot: Slot, insight: Insight, wall: Wall): FactView {
  const reasons = reasonsOf(name, insight)
  return {
    slot: name,
    label: slotLabel(wall.messages, name),
    value: capitalised(shownValue(name, slot, insight, wall)),
    status: 'known',
    points: scoredSlots(insight).includes(name)
      ? reasons.reduce((sum, { points }) => sum + points, 0)
      : null,
    said: slot.said,
    message: slot.message,
    why: reasons.map(({ text }) => text).join(', '),
  }
}

function missing(name: string, insight: Insight, wall: Wall): FactView {
  return {
    slot: name,
    label: slotLabel(wall.messages, name),
    value: whoAsks(name, insight, wall),
    status: 'missing',
    points: 0,
    said: '',
    message: null,
    why: '',
  }
}

/** The bot while it has questions left, then the person in charge. */
function whoAsks(name: string, { state, flow }: Insight, { business, messages }: Wall): string {
  const { dialogue, inquiry } = state
  const { pending, status, paused } = dialogue
  const step = pending?.kind === 'ask' ? flow.steps[pending.step] : undefined
  if (step?.kind === 'ask' && step.slots.includes(name))
    return message(messages, 'web.known.asking')
  const asks = Object.values(flow.steps).some(
    (one) => one.kind === 'ask' && one.slots.includes(name),
  )
  const talking = (status === 'new' || status === 'talking') && paused === null
  const left = flow.questions - dialogue.questions
  if (asks && talking && left > 0) return message(messages, 'web.known.will_ask')
  const person = inquiry?.assignedTo?.name ?? business.staff[0]?.name
  if (person === undefined) return message(messages, 'web.known.unknown')
  return message(messages, 'web.known.person_asks', { name: person })
}

function shownValue(name: string, slot: Slot, { state }: Insight, wall: Wall): string {
  const { messages, business, now } = wall
  if (slot.status === 'declined') return message(messages, 'web.known.declined')
  const { contact, inquiry } = state
  if (inquiry !== null && (name === 'need' || name === 'urgency')) {
    const card: LeadCardProps = {
      contact,
      inquiry,
      business,
      messages,
      lastSaid: [],
      referrer: null,
      now: isoOf(now.getTime()),
    }
    return name === 'need' ? needField(card) : dateField(card)
  }
  return slotText(name, slot.value, { messages, business })
}

function reasonsOf(name: string, { state, flow }: Insight) {
  const lines = flow.scorecard?.lines ?? []
  return (state.inquiry?.reasons ?? []).filter(
    ({ id }) => lines.find((line) => line.id === id)?.slot === name,
  )
}

/** Points that no fact earned by itself keep a line of their own. */
function loosePoints({ state, flow }: Insight, { messages }: Wall): readonly FactView[] {
  const lines = flow.scorecard?.lines ?? []
  return (state.inquiry?.reasons ?? [])
    .filter(({ id }) => (lines.find((line) => line.id === id)?.slot ?? null) === null)
    .map(({ text, points }) => ({
      slot: '',
      label: message(messages, 'web.known.besides'),
      value: capitalised(text),
      status: 'known',
      points,
      said: '',
      message: null,
      why: '',
    }))
}
