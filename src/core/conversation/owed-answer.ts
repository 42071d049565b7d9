import { send } from './compose.js'
import { type Draft, label, speak } from './draft.js'
import type { Event } from './events.js'
import { mayGo } from './may-go.js'

type Timer = Extract<Event, { kind: 'timer' }>

/** The flow under which the timer of a promised answer stands: no file holds it. */
export const OWED = 'owed'

/** Somebody asked what nobody knew, and now it is a fact: they are told at the next decent hour. */
export function oweAnswer(draft: Draft, fact: string): void {
  draft.effects.push(
    { kind: 'answered' },
    {
      kind: 'set_timer',
      id: `${OWED}:${draft.contact.id}:${fact}`,
      name: label(draft, 'chat.timer.owed'),
      dueAt: draft.context.now,
      flow: OWED,
      step: fact,
      held: null,
    },
  )
}

/** Keeps the promise, unless the fact was taken back meanwhile. An answer that is owed is no occasion. */
export function payAnswer(draft: Draft, event: Timer): void {
  const { business } = draft.context
  const fact = business.facts.find(({ id }) => id === event.step)
  if (fact === undefined || !mayGo(draft, { ...event, proactiveToday: 0, proactiveThisWeek: 0 })) {
    return
  }
  speak(draft, 'chat.owed', ({ spoken }) => ({
    dato: spoken.facts.find(({ id }) => id === event.step)?.text[spoken.treatment] || undefined,
  }))
  send(draft, 'reply')
}
