import { readClock } from '../owner/read-clock.js'
import { noteContactTime } from './contact-time.js'
import { type Draft, patchDialogue, speak, tell } from './draft.js'
import type { Heard } from './heard.js'

/** More words than that say something else besides the hour. */
const A_FEW = 9
/** Nobody says more days ahead when they will come by; a day after that is one of delivery. */
const SOON = 10

/**
 * "Mañana por la tarde", right after they asked to come by, is when they would come, and no day by which
 * they need what they want. True when the turn is over with it.
 */
export function heedVisitTime(draft: Draft, heard: Heard): boolean {
  if (draft.dialogue.pending?.kind !== 'visit') return false
  patchDialogue(draft, { pending: null })
  const { reading, words, mentions } = heard
  const other =
    mentions.products.length > 0 || reading.budget !== null || reading.cues.includes('asks')
  if (other || words.length > A_FEW || !tellsTime(draft, heard)) return false
  noteContactTime(draft, heard, visitDays(reading))
  tell(draft, { kind: 'wants_meeting', said: heard.text })
  awaitVisit(draft, heard)
  return speak(draft, 'chat.visit_time')
}

function visitDays({ urgency }: Heard['reading']) {
  const days = urgency?.value.days ?? null
  return urgency === null || days === null ? null : { value: days, span: urgency.span }
}

/** Waits for when they would come, unless they said the hour in the same breath. */
export function awaitVisit(draft: Draft, { text }: Heard): void {
  const told = readClock(text, draft.context.messages) !== null
  if (!told) patchDialogue(draft, { pending: { kind: 'visit' } })
}

/** An hour stands in it, or a day that is near. */
function tellsTime({ context }: Draft, { reading, text }: Heard): boolean {
  const first = reading.urgency?.value.days?.[0]
  return (first !== undefined && first <= SOON) || readClock(text, context.messages) !== null
}
