import { askIn } from '../../core/conversation/heard.js'
import type { Flow } from '../../core/flow/types.js'
import { slotsOfCase } from '../../core/funnel/facts-of-case.js'
import { message } from '../../core/messages.js'
import { cameBy } from '../../core/owner/came-by.js'
import { dateField, needField } from '../../core/owner/card-fields.js'
import { decidesField } from '../../core/owner/card-people.js'
import type { LeadCardProps } from '../../core/owner/lead-card.js'
import { isoOf } from '../../core/schedule/local-time.js'
import type { Slot, Slots } from '../../core/types.js'
import type { Insight } from '../deps.js'
import type { Proof } from './chat-view.js'
import { countsFrom } from './counts-from.js'
import { sharedFacts } from './shared-facts.js'
import { slotLabel, slotText } from './slot-text.js'
import { capitalised, type Wall } from './when.js'

/** One line of the bill: a fact, what it is worth, and the words that prove it. */
export type FactView = {
  /** The facts of this line: none for points that belong to no fact. */
  readonly slots: readonly string[]
  readonly label: string
  readonly value: string
  /** Where the value leads to; null for nowhere. */
  readonly href: string | null
  readonly status: 'known' | 'missing'
  /** Null where nothing is counted. */
  readonly points: number | null
  readonly proofs: readonly Proof[]
  readonly why: string
}

/** What is known and what is not yet, in the order of the scorecard; then the rest. */
export function factsView(insight: Insight, wall: Wall): readonly FactView[] {
  const slots = slotsOfCase(insight.state)
  const scored = scoredSlots(insight)
  const others = Object.keys(slots).filter(
    (name) => !scored.includes(name) && isFact(name, insight),
  )
  const rest = others.filter((name) => !WHO.includes(name))
  return [
    ...[...scored, ...rest].map((name) => {
      const slot = slots[name]
      return slot === undefined ? missing(name, insight, wall) : known(name, slot, insight, wall)
    }),
    ...whoTheyAre(slots, wall),
    ...howTheyCame(insight, wall),
    ...sharedFacts(insight, wall),
    ...loosePoints(insight, wall),
  ]
}

/** Together they say who somebody is, on one line. */
const WHO = ['name', 'organization', 'sector', 'size']

function whoTheyAre(slots: Slots, wall: Wall): readonly FactView[] {
  const found = WHO.flatMap((name) => {
    const slot = slots[name]
    return slot?.status === 'known' ? [{ name, slot }] : []
  })
  if (found.length === 0) return []
  return [
    {
      slots: found.map(({ name }) => name),
      label: message(wall.messages, 'web.slot.who'),
      value: found.map(({ slot }) => String(slot.value)).join(', '),
      href: null,
      status: 'known',
      points: null,
      proofs: found.map(({ name, slot }) => proofOf(name, slot)),
      why: '',
    },
  ]
}

/** By an advertisement, a link, or what they said of it. */
function howTheyCame({ state }: Insight, wall: Wall): readonly FactView[] {
  const value = cameBy(state.contact.source, wall)
  if (value === null) return []
  const label = message(wall.messages, 'web.known.came')
  return [
    {
      slots: ['source'],
      label,
      value,
      href: null,
      status: 'known',
      points: null,
      proofs: [],
      why: '',
    },
  ]
}

function proofOf(slot: string, { said, message: found }: Slot): Proof {
  return { slot, words: said, message: found }
}

/**
 * What they want is worded with its count, which may have been corrected since: then the product's
 * words prove the product, and the newest count the count.
 */
function needProofs(need: Slot, { state }: Insight): readonly Proof[] {
  const count = state.inquiry?.slots.quantity
  const words = need.said.split(FIGURE).map((part) => part.trim())
  const parts = words.filter((part) => part !== '')
  const same = count?.status !== 'known' || count.message === need.message
  if (same || parts.length === 0 || !FIGURE.test(need.said)) return [proofOf('need', need)]
  const products = parts.map((part) => ({ slot: 'need', words: part, message: need.message }))
  return [...products, { ...proofOf('quantity', count), slot: 'need' }]
}

const FIGURE = /\d+/

/** Facts that can earn points, in the order of the scorecard. */
function scoredSlots({ flow }: Insight): readonly string[] {
  return [...new Set((flow.scorecard?.lines ?? []).flatMap(({ slot }) => slot ?? []))]
}

/** Answers that only steer the flow ("contacto": yes) are no facts about anybody. */
function isFact(name: string, { flow }: Insight): boolean {
  return flow.slots[name] !== 'yes_no'
}

/** Where a fact may have been asked for. */
function flowsOf({ flow, sequences }: Insight): readonly Flow[] {
  return [flow, ...sequences]
}

function known(name: string, slot: Slot, insight: Insight, wall: Wall): FactView {
  const reasons = reasonsOf(name, insight)
  const earned = reasons.map(({ text }) => text).join(', ')
  return {
    slots: [name],
    label: slotLabel(wall.messages, name, flowsOf(insight)),
    value: capitalised(shownValue(name, slot, insight, wall)),
    href: null,
    status: 'known',
    points: scoredSlots(insight).includes(name)
      ? reasons.reduce((sum, { points }) => sum + points, 0)
      : null,
    proofs: name === 'need' ? needProofs(slot, insight) : [proofOf(name, slot)],
    why: earned === '' && slot.status === 'known' ? countsFrom(name, insight, wall) : earned,
  }
}

function missing(name: string, insight: Insight, wall: Wall): FactView {
  return {
    slots: [name],
    label: slotLabel(wall.messages, name, flowsOf(insight)),
    value: whoAsks(name, insight, wall),
    href: null,
    status: 'missing',
    points: 0,
    proofs: [],
    why: '',
  }
}

/** The bot while it has questions left, then the person in charge. */
function whoAsks(name: string, { state, flow }: Insight, { business, messages }: Wall): string {
  const { dialogue, inquiry } = state
  const { status, paused } = dialogue
  const step = flow.steps[askIn(dialogue.pending)?.step ?? '']
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

function shownValue(name: string, slot: Slot, { state, flow }: Insight, wall: Wall): string {
  const { messages, business, now } = wall
  if (slot.status === 'declined') return message(messages, 'web.known.declined')
  const { contact, inquiry } = state
  if (inquiry !== null && CARD_FIELDS.has(name)) {
    const card: LeadCardProps = {
      contact,
      inquiry,
      business,
      messages,
      lastSaid: [],
      held: [],
      notes: [],
      touches: [],
      referrer: null,
      now: isoOf(now.getTime()),
      flow,
    }
    const field = CARD_FIELDS.get(name)?.(card)
    if (field != null) return withoutWords(field, slot, messages)
  }
  return slotText(name, slot.value, { messages, business })
}

/** The words they were read from stand below, as the proof. */
function withoutWords(field: string, { said }: Slot, messages: Wall['messages']): string {
  const words = message(messages, 'owner.card.said', { value: '', said })
  return field.endsWith(words) ? field.slice(0, -words.length) : field
}

/** The owner's card says these best: an order, a day of the calendar, a name. */
const CARD_FIELDS: ReadonlyMap<string, (card: LeadCardProps) => string | null> = new Map([
  ['need', needField],
  ['urgency', dateField],
  ['authority', decidesField],
])

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
      slots: [],
      label: message(messages, 'web.known.besides'),
      value: capitalised(text),
      href: null,
      status: 'known',
      points,
      proofs: [],
      why: '',
    }))
}
