import { standingOf } from '../../core/conversation/standing.js'
import { graphOf } from '../../core/flow/draw.js'
import { type Layout, layoutOf } from '../../core/flow/layout.js'
import { message } from '../../core/messages.js'
import type { Insight } from '../deps.js'
import { quoteFact } from './deal-view.js'
import { type FactView, factsView } from './facts-view.js'
import { type Note, notesView } from './notes-view.js'
import { type TimerView, timersView } from './timers-view.js'
import { verdictView } from './verdict-view.js'
import type { Wall } from './when.js'

/** The panel between the phones, every text ready to show. */
export type Known = {
  readonly score: number
  /** From how many points on an inquiry qualifies; null where nothing is counted. */
  readonly threshold: number | null
  readonly verdict: string
  /** The same as a sentence; empty once points decide nothing any more. */
  readonly counts: string
  readonly facts: readonly FactView[]
  /** Said once for all facts, while none is known; else empty. */
  readonly hint: string
  readonly notes: readonly Note[]
  readonly flow: { readonly title: string; readonly layout: Layout }
  readonly timers: readonly TimerView[]
}

const FLOW = { width: 430, least: 124, most: 240 }
/** What the panel has for all its parts on a common screen, and what its other parts take of it. */
const ROOM = { panel: 590, frame: 125, known: 46, missing: 30, line: 17, timer: 45, note: 34 }
/** From so many on it is said once, above them. */
const SAME = 3
/** Letters that stand on one line of a fact. */
const LETTERS = 52

/** What the bot knows of one contact and how it came to know it. */
export function knownView(insight: Insight, name: string, wall: Wall): Known {
  const { state, flow } = insight
  const { messages } = wall
  const facts = [...factsView(insight, wall), ...quoteFact(insight, wall)]
  const timers = timersView(insight, name, wall)
  const notes = notesView(insight, wall)
  const verdict = verdictView(insight, name, wall)
  return {
    score: state.inquiry?.score ?? 0,
    threshold: flow.scorecard?.threshold ?? null,
    verdict: verdict.text,
    counts: verdict.threshold,
    ...saidOnce(facts, wall),
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

/** Of somebody new every line would say the same: who will ask. */
function saidOnce(facts: readonly FactView[], { messages }: Wall): Pick<Known, 'facts' | 'hint'> {
  const same = facts.at(-1)?.value ?? ''
  const none = facts.every(({ status }) => status === 'missing')
  if (!none || facts.filter(({ value }) => value === same).length < SAME) {
    return { facts, hint: '' }
  }
  const bot = same === message(messages, 'web.known.will_ask')
  return {
    facts: facts.map((fact) => (fact.value === same ? { ...fact, value: '' } : fact)),
    hint: bot ? message(messages, 'web.known.hint') : `${same}.`,
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
