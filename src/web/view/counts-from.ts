import { money } from '../../core/business/money-text.js'
import type { Condition } from '../../core/flow/types.js'
import { message } from '../../core/messages.js'
import type { Insight } from '../deps.js'
import type { Wall } from './when.js'

/** Why a figure that is known earned nothing: from how much on it would. Empty for anything else. */
export function countsFrom(slot: string, { flow }: Insight, wall: Wall): string {
  const { messages, business } = wall
  const least = (flow.scorecard?.lines ?? []).flatMap(({ slot: of, points, when }) =>
    of === slot && points > 0 ? leastIn(when, slot) : [],
  )
  if (least.length === 0) return ''
  const n = Math.min(...least)
  const from = slot === 'budget' ? money(n, business.currency, business.country) : n
  return message(messages, 'web.known.counts_from', { from })
}

/** From how much on a condition holds for that figure; that it is any figure at all says nothing. */
function leastIn(when: Condition, slot: string): readonly number[] {
  if (when.kind === 'all') return when.of.flatMap((part) => leastIn(part, slot))
  if (when.kind !== 'number' || when.of !== slot || (when.atLeast ?? 0) <= 1) return []
  return when.atLeast === null ? [] : [when.atLeast]
}
