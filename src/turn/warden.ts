import type { Channel } from '../channels/channel.js'
import { type Governed, type GovernorReason, govern } from '../core/governor/governor.js'
import { nextAllowed } from '../core/schedule/contact-hours.js'
import type { GateReason } from '../core/schedule/gate.js'
import { isoOf } from '../core/schedule/local-time.js'
import { DAY } from '../core/schedule/units.js'
import type { Iso, LineId } from '../core/types.js'
import type { ChatKey } from '../store/chat-key.js'
import type { OutboxEntry } from '../store/outbox.js'
import { holdMessage, type SentRow, sentLately, servedSince } from '../store/sparing.js'
import { type NewTimer, setTimer } from '../store/timers.js'
import type { TurnDeps } from './deps.js'
import { openCase } from './open-case.js'

/** Fires when a message that the number had better not send yet may be asked about again. */
export const HELD = 'mensaje-en-espera'

export type Asked =
  | Exclude<Governed, { kind: 'wait' }>
  | {
      readonly kind: 'wait'
      readonly until: Iso
      readonly reason: GovernorReason | Extract<GateReason, 'held.hours'>
    }

/** Asked before a message leaves on a line that has to be spared. */
export type Warden = {
  /** What goes is counted at once, so that two chats never share the last place. Null: not spared. */
  ask(channel: Channel, entry: OutboxEntry): Asked | null
}

/** Remembers what left each line in the last day: read once from the outbox, then kept up. */
export function createWarden(deps: TurnDeps): Warden {
  const books = new Map<LineId, SentRow[]>()
  const bookOf = (lineId: LineId, since: Iso): SentRow[] => {
    const known = books.get(lineId) ?? [...sentLately(deps.db, lineId, since)]
    const book =
      known[0] !== undefined && known[0].at < since ? known.filter(({ at }) => at >= since) : known
    books.set(lineId, book)
    return book
  }
  return {
    ask: (channel, entry) => {
      const { number } = deps.business
      if (channel.kind === 'simulator' && !number.alsoSimulator) return null
      if (entry.occasion === 'notice') return null
      const now = deps.now()
      const book = bookOf(entry.lineId, isoOf(Date.parse(now) - DAY))
      const wrote = openCase(deps, entry, entry.chat).dialogue.heardAt !== null
      const { contactId, occasion } = entry
      const { text } = entry.message
      const governed = govern(
        { contactId, occasion, text, wrote },
        {
          now,
          rules: number,
          linkedAt: servedSince(deps.db, entry.lineId) ?? now,
          lockedUntil: channel.lockedUntil?.() ?? null,
          sent: book.filter(({ id }) => id !== entry.id),
        },
      )
      const asked = inHours(deps, entry, governed, now)
      if (asked.kind === 'go' && !book.some(({ id }) => id === entry.id)) {
        book.push({ id: entry.id, at: now, contactId, occasion, text, first: !wrote })
      }
      return asked
    },
  }
}

/** What nobody asked for waited perhaps into the night: it goes when it may. */
function inHours(deps: TurnDeps, { occasion }: OutboxEntry, governed: Governed, now: Iso): Asked {
  if (occasion !== 'proactive' || governed.kind === 'never') return governed
  const from = governed.kind === 'wait' ? governed.until : now
  const until = nextAllowed(deps, from) ?? from
  if (governed.kind === 'wait') return { ...governed, until }
  return until === now ? governed : { kind: 'wait', until, reason: 'held.hours' }
}

/** Writes down why and until when it waits, and asks again then. */
export function hold(
  deps: TurnDeps,
  entry: OutboxEntry,
  { until, reason }: { readonly until: Iso; readonly reason: string },
  now: Iso,
): void {
  if (entry.notBefore === until && entry.reason === reason) return
  holdMessage(deps.db, { id: entry.id, until, reason }, now)
  setTimer(deps.db, heldTimer(entry, until, reason), now)
}

/** The program's own: whatever is cancelled of the flows, what is queued is asked about again. */
function heldTimer({ contactId, lineId }: ChatKey, dueAt: Iso, held: string): NewTimer {
  const id = `${HELD}/${lineId}/${contactId}`
  return { id, contactId, lineId, name: HELD, flow: '', step: '', dueAt, held }
}
