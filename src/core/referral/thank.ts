import { moveTo } from '../conversation/advance.js'
import { send } from '../conversation/compose.js'
import { type Draft, label, patchDialogue, speak, tell } from '../conversation/draft.js'
import type { Event } from '../conversation/events.js'
import { mayGo } from '../conversation/may-go.js'
import { nextAllowed } from '../schedule/contact-hours.js'

type Timer = Extract<Event, { kind: 'timer' }>
type News = Extract<Event, { kind: 'friend' }>

/** The flow under which thanks wait for their moment: no file holds it. */
export const THANKS = 'thanks'

/**
 * Somebody they sent became a lead or a customer: from here on they are an advocate, whatever is owed
 * to them is told to the owner, and they are thanked at the next decent hour.
 */
export function hearOfFriend(draft: Draft, { referral, name, became, earned }: News): void {
  const { context } = draft
  moveTo(draft, 'advocate', 'chat.reason.advocate', null, { kind: 'bot' })
  if (earned && draft.inquiry !== null) tell(draft, { kind: 'reward', friend: name })
  draft.effects.push({
    kind: 'set_timer',
    // One for each friend: the news that they bought overtakes the news that they wrote.
    id: `${THANKS}:${draft.contact.id}:${referral}`,
    name: label(draft, 'chat.timer.thanks'),
    dueAt: nextAllowed(context, context.now) ?? context.now,
    flow: THANKS,
    step: earned ? `${became}.earned` : became,
    held: null,
  })
}

const TEXTS: { readonly [step: string]: string } = {
  lead: 'chat.referral.thanks.lead',
  customer: 'chat.referral.thanks.customer',
  'lead.earned': 'chat.referral.thanks.earned',
  'customer.earned': 'chat.referral.thanks.earned',
}

/** Says thank you, once the gate lets it pass. The friend is not named. */
export function thank(draft: Draft, event: Timer): void {
  const key = TEXTS[event.step]
  if (key === undefined || !mayGo(draft, event)) return
  speak(draft, key)
  if (draft.sentences.length > 0) patchDialogue(draft, { unasked: true })
  send(draft, 'proactive')
}
