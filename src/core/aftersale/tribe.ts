import { send } from '../conversation/compose.js'
import { type Draft, label, patchContact, patchDialogue, speak } from '../conversation/draft.js'
import type { Event } from '../conversation/events.js'
import { mayGo } from '../conversation/may-go.js'
import type { ContactState } from '../conversation/types.js'
import { addDuration } from '../schedule/due.js'

type Timer = Extract<Event, { kind: 'timer' }>

/** The flow under which the invitation stands; no flow can be called so. */
export const TRIBE = '@tribe'

/** From here on somebody would recommend the business of their own accord. */
const PROMOTER = 9
/** The answer to how it went gets its own day. */
const LATER = 'P2D'

/** Whoever would recommend the business is invited, once, to the group where its customers meet. */
export function inviteLater(draft: Draft): void {
  const { business, now } = draft.context
  if (business.tribe === null || !mayBeInvited(draft.contact)) return
  draft.effects.push({
    kind: 'set_timer',
    id: `${TRIBE}:${draft.contact.id}`,
    name: label(draft, 'chat.timer.tribe'),
    dueAt: addDuration(now, LATER, business.timeZone),
    flow: TRIBE,
    step: '',
    held: null,
  })
}

/** Time to invite them, if they still think so and nothing is unsettled. */
export function invite(draft: Draft, event: Timer): void {
  const { tribe } = draft.context.business
  if (tribe === null || !mayBeInvited(draft.contact) || !mayGo(draft, event)) return
  if (!speak(draft, 'chat.tribe', { enlace: tribe })) return
  const { care } = draft.contact
  patchContact(draft, { care: { ...care, invitedAt: draft.context.now } })
  patchDialogue(draft, { unasked: true })
  send(draft, 'proactive')
}

function mayBeInvited({ satisfaction, tickets, care }: ContactState): boolean {
  const promotes = satisfaction?.kind === 'nps' && (satisfaction.score ?? 0) >= PROMOTER
  return promotes && tickets.length === 0 && care.invitedAt === null
}
