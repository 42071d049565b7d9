import { isoOf } from '../../core/schedule/local-time.js'
import type { Iso, LineId } from '../../core/types.js'
import type { Log } from '../../log.js'
import type { ChannelEvents } from '../channel.js'
import type { LineState } from './line-state.js'

/** WhatsApp answers a ping each half minute; whoever hears nothing for so long is deaf. */
const DEAF_MS = 90_000

type LineFactsOptions = {
  readonly lineId: LineId
  readonly now: () => Date
  readonly log: Log
  readonly events: Pick<ChannelEvents, 'standing'>
  /** The number the line had when it was last open. */
  readonly phone: string | null
  /** The line is open under this number. */
  readonly linked: (phone: string) => void
}

export type LineFacts = {
  /** Something came in. */
  heard(): void
  became(state: LineState): void
  opened(phone: string | null): void
  read(): { readonly phone: string | null; readonly heardAt: Iso | null; readonly since: Iso }
  /** Whether something was heard a moment ago. */
  isHeard(): boolean
}

/** What is known of the line besides its state, and who is told of it. */
export function createLineFacts(options: LineFactsOptions): LineFacts {
  const { now, phone: known, linked } = options
  const iso = (): Iso => isoOf(now().getTime())
  let phone = known
  let heardAt: Iso | null = null
  let since = iso()
  let kind: LineState['kind'] = 'off'
  return {
    heard: () => {
      heardAt = iso()
    },
    became: (state: LineState) => {
      if (state.kind === 'restricted') tellStanding(options, state.until)
      if (state.kind === kind) return
      kind = state.kind
      since = iso()
    },
    opened: (number: string | null) => {
      if (number === null) return
      phone = number
      linked(number)
    },
    read: () => ({ phone, heardAt, since }),
    isHeard: () => heardAt !== null && now().getTime() - Date.parse(heardAt) < DEAF_MS,
  }
}

function tellStanding({ events, lineId, log }: LineFactsOptions, until: Iso | null): void {
  events.standing(lineId, until).catch((error: unknown) => log.warn({ error }, 'standing not told'))
}
