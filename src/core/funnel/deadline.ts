import { localTime } from '../schedule/local-time.js'
import type { Slot, Urgency } from '../types.js'

/**
 * The local day by which they need it: the end of the range they gave, counted from the day on
 * which they said it. Null without a day; of an open end ("después de mayo") the beginning counts.
 */
export function deadlineDay(slot: Slot | undefined, timeZone: string): number | null {
  const urgency = urgencyOf(slot)
  if (slot === undefined || urgency === null || urgency.days === null) return null
  const [from, to] = urgency.days
  return localTime(slot.at, timeZone).day + (to ?? from)
}

export function urgencyOf(slot: Slot | undefined): Urgency | null {
  if (slot?.status !== 'known' || typeof slot.value !== 'object') return null
  return 'bucket' in slot.value ? slot.value : null
}
