import { money } from '../../core/business/money-text.js'
import { message } from '../../core/messages.js'
import type { Insight } from '../deps.js'
import type { Wall } from './when.js'

/** Why a figure that is known earned nothing: from how much on it would. Empty for anything else. */
export function countsFrom(slot: string, { flow }: Insight, wall: Wall): string {
  const { messages, business } = wall
  const least = (flow.scorecard?.lines ?? []).flatMap(({ slot: of, points, when }) =>
    of === slot && points > 0 && when.kind === 'number' ? (when.atLeast ?? []) : [],
  )
  if (least.length === 0) return ''
  const n = Math.min(...least)
  const from = slot === 'budget' ? money(n, business.currency, business.country) : n
  return message(messages, 'web.known.counts_from', { from })
}
