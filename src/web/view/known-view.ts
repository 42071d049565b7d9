import { standingOf } from '../../core/conversation/standing.js'
import { graphOf } from '../../core/flow/draw.js'
import { type Layout, layoutOf } from '../../core/flow/layout.js'
import { type Messages, message } from '../../core/messages.js'
import type { Outcome } from '../../core/types.js'
import type { Insight } from '../deps.js'
import { type FactView, factsView } from './facts-view.js'
import { type TimerView, timersView } from './timers-view.js'
import { shortWhen, type Wall } from './when.js'

/** The panel between the phones, every text ready to show. */
export type Known = {
  readonly score: number
  /** From how many points on an inquiry qualifies; null where nothing is counted. */
  readonly threshold: number | null
  readonly verdict: string
  readonly facts: readonly FactView[]
  /** A person has the chat, the inquiry was closed, they opted out: sentences. */
  readonly notes: readonly string[]
  readonly flow: { readonly title: string; readonly layout: Layout }
  readonly timers: readonly TimerView[]
}

const FLOW = { width: 430, least: 124, most: 240 }
/** What the panel has for all its parts on a common screen, and what its other parts take of it. */
const ROOM = { panel: 575, frame: 125, known: 46, missing: 30, line: 17, timer: 45, note: 34 }
/** Letters that stand on one line of a fact. */
const LETTERS = 52

/** What the bot knows of one contact and how it came to know it. */
export function knownView(insight: Insight, name: string, wall: Wall): Known {
  const { state, flow } = insight
  const { messages } = wall
  const facts = factsView(insight, wall)
  const timers = timersView(insight, wall)
  const notes = notesOf(insight, wall)
  return {
    score: state.inquiry?.score ?? 0,
    threshold: flow.scorecard?.threshold ?? null,
    verdict: verdictOf(insight, name, messages),
    facts,
    notes,
    flow: {
      title: flow.title,
      layout: layoutOf(graphOf(flow, messages), messages, {
        width: FLOW.width,
        maxHeight: flowHeight({ facts, timers, notes }),
        standing: standingOf(state, flow),
      }),
    },
    timers,
  }
}

/** The picture takes what the rest leaves free, so that all of it is seen at once. */
function flowHeight({ facts, timers, notes }: Pick<Known, 'facts' | 'timers' | 'notes'>): number {
  const rows = facts.reduce((sum, fact) => sum + rowHeight(fact), 0)
  const others = timers.length * ROOM.timer + notes.length * ROOM.note
  return Math.min(FLOW.most, Math.max(FLOW.least, ROOM.panel - ROOM.frame - rows - others))
}

function rowHeight({ status, proofs, why }: FactView): number {
  const letters = proofs.reduce((sum, { words }) => sum + words.length, why.length)
  return ROOM[status] + Math.floor(letters / LETTERS) * ROOM.line
}

function verdictOf({ state, flow }: Insight, name: string, messages: Messages): string {
  const { inquiry } = state
  if (inquiry?.outcome?.kind === 'won') return message(messages, 'web.verdict.won', { name })
  if (inquiry?.outcome?.kind === 'disqualified')
    return message(messages, 'web.verdict.disqualified')
  if (inquiry?.qualified === true) return message(messages, 'web.verdict.qualified', { name })
  const short = (flow.scorecard?.threshold ?? 0) - (inquiry?.score ?? 0)
  if (short > 0) return message(messages, 'web.verdict.short', { n: short })
  return message(messages, 'web.verdict.facts')
}

function notesOf({ state }: Insight, wall: Wall): readonly string[] {
  const { messages } = wall
  const { dialogue, inquiry, contact } = state
  const found: string[] = []
  if (dialogue.paused !== null && dialogue.paused.until > wall.now.toISOString()) {
    const { until } = dialogue.paused
    const by = inChat(dialogue.paused.by, messages)
    found.push(message(messages, 'web.known.paused', { by, until: shortWhen(until, wall) }))
  } else if (inquiry?.assignedTo != null && inquiry.outcome === null) {
    found.push(message(messages, 'web.known.taken', { by: inquiry.assignedTo.name }))
  }
  if (inquiry?.outcome != null) found.push(outcomeText(inquiry.outcome, messages))
  if (contact.consent === 'opted_out') found.push(message(messages, 'web.known.opted_out'))
  return found
}

/** By the business's own phone, whoever held it. */
function inChat(by: string, messages: Messages): string {
  return by === 'phone' ? message(messages, 'web.known.somebody') : by
}

function outcomeText({ kind, reason }: Outcome, messages: Messages): string {
  switch (kind) {
    case 'won':
      return message(messages, 'web.known.won')
    case 'lost':
      return message(messages, 'web.known.lost', { reason })
    case 'disqualified':
      return message(messages, 'web.known.disqualified', { reason })
  }
}
