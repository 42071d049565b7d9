import { slotsOf } from '../../core/flow/condition.js'
import { slotsOfCase } from '../../core/funnel/facts-of-case.js'
import { message } from '../../core/messages.js'
import type { Insight } from '../deps.js'
import { isPaused } from './notes-view.js'
import { slotLabel } from './slot-text.js'
import type { Wall } from './when.js'

/** What the score means, and from where on it counts; the latter only while it still does. */
type Verdict = { readonly text: string; readonly threshold: string }

export function verdictView(insight: Insight, name: string, wall: Wall): Verdict {
  const settled = settledText(insight, name, wall)
  if (settled !== null) return { text: settled, threshold: '' }
  const from = insight.flow.scorecard?.threshold ?? null
  const threshold = from === null ? '' : message(wall.messages, 'web.known.threshold', { n: from })
  return { text: openText(insight, name, wall), threshold }
}

/** Where points no longer decide anything. */
function settledText({ state }: Insight, name: string, { messages }: Wall): string | null {
  const outcome = state.inquiry?.outcome ?? null
  if (outcome?.kind === 'won') return message(messages, 'web.verdict.won', { name })
  if (outcome?.kind === 'lost') return message(messages, 'web.verdict.lost')
  if (state.contact.consent === 'opted_out') return message(messages, 'web.verdict.opted_out')
  if (outcome?.kind !== 'disqualified') return null
  return message(messages, 'web.known.disqualified', { reason: outcome.reason })
}

function openText(insight: Insight, name: string, wall: Wall): string {
  const { messages } = wall
  const { inquiry } = insight.state
  if (inquiry?.qualified === true) return message(messages, 'web.verdict.qualified', { name })
  const short = (insight.flow.scorecard?.threshold ?? 0) - (inquiry?.score ?? 0)
  if (short > 0) return message(messages, 'web.verdict.short', { n: short })
  if (isPaused(insight, wall)) return message(messages, 'web.verdict.paused')
  const missing = missingSlot(insight)
  if (missing === undefined) return message(messages, 'web.verdict.facts')
  return message(messages, 'web.verdict.missing', {
    slot: slotLabel(messages, missing).toLocaleLowerCase('es'),
  })
}

/** The first fact that qualifying needs and nobody knows. */
function missingSlot({ state, flow }: Insight): string | undefined {
  const slots = slotsOfCase(state)
  const needed = flow.qualification === null ? [] : slotsOf(flow.qualification.needs)
  return needed.find((name) => slots[name]?.status !== 'known')
}
