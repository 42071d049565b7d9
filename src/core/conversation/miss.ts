import { elapsed } from '../schedule/local-time.js'
import { HOUR } from '../schedule/units.js'
import { type Draft, tell } from './draft.js'
import type { Event } from './events.js'
import type { Heard } from './heard.js'

/** An answer that comes later than this answers nobody. */
const TOO_LATE = 12 * HOUR

type Message = Extract<Event, { kind: 'message' }>

/** Whether everything in a burst was written too long ago to be answered by a machine. */
export function isTooLate({ context }: Draft, { parts }: Message): boolean {
  return parts.every(({ at }) => elapsed(at, context.now) > TOO_LATE)
}

/** The owner is told instead, of this chat and all others of the kind in one message. */
export function miss(draft: Draft, { text }: Heard, { parts }: Message): void {
  const writtenAt = parts.at(-1)?.at ?? draft.context.now
  tell(draft, { kind: 'missed', said: text, writtenAt })
}
