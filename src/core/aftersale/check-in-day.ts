import type { Context } from '../conversation/types.js'
import { nextAllowed } from '../schedule/contact-hours.js'
import { addDuration } from '../schedule/due.js'
import { localTime } from '../schedule/local-time.js'

/** The local day on which a sale recorded now is followed up; null when the plan waits for nothing. */
export function checkInDay(context: Context): number | null {
  const flow = context.flow(context.business.flows.afterSale, null)
  // Before the first wait of its own it may only begin other sequences.
  let first = flow.steps[flow.start]
  while (first?.kind === 'do' && first.action.kind === 'start') first = flow.steps[first.next ?? '']
  if (first?.kind !== 'do' || first.action.kind !== 'wait') return null
  const { timeZone } = context.business
  const due = addDuration(context.now, first.action.after, timeZone)
  return localTime(nextAllowed(context, due) ?? due, timeZone).day
}
