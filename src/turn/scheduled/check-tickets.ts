import { nextReminder } from '../../core/aftersale/ticket-due.js'
import { ticketFlow, ticketTimerId } from '../../core/aftersale/ticket-timer.js'
import { message } from '../../core/messages.js'
import { isoOf, localTime } from '../../core/schedule/local-time.js'
import { HOUR } from '../../core/schedule/units.js'
import type { Iso } from '../../core/types.js'
import { ticketsWithoutTimer, type Unwatched } from '../../store/tickets.js'
import { setTimer } from '../../store/timers.js'
import type { TurnDeps } from '../deps.js'

/** The check belongs to the night: the day begins for it at three. */
const NIGHT = 3 * HOUR

/**
 * Proves once a night, and at each start, that every ticket which is not closed waits for something. One
 * that does not, whatever went wrong, gets its reminder, and the log says so. Costs a look at the clock
 * the rest of the day.
 */
export function createTicketCheck(deps: TurnDeps): () => Promise<void> {
  let checked: number | null = null
  return async () => {
    const now = deps.now()
    const { day } = localTime(isoOf(Date.parse(now) - NIGHT), deps.business.timeZone)
    if (day === checked) return
    checked = day
    if (ticketsWithoutTimer(deps.db).length > 0) await deps.db.write(() => mend(deps, now))
  }
}

function mend(deps: TurnDeps, now: Iso): void {
  const lost = ticketsWithoutTimer(deps.db)
  for (const ticket of lost) watch(deps, ticket, now)
  deps.log.error({ count: lost.length }, 'tickets that nobody would have been reminded of')
}

function watch(deps: TurnDeps, ticket: Unwatched, now: Iso): void {
  const { number, contactId, lineId, dueAt } = ticket
  const { db, messages, business } = deps
  const name = message(messages, 'chat.timer.ticket', { n: number })
  const timer = { id: ticketTimerId(number), contactId, lineId, name, flow: ticketFlow(number) }
  const waits =
    ticket.status === 'open'
      ? { step: 'remind', dueAt: nextReminder({ dueAt }, { ...deps, business, now }) }
      : { step: 'ask', dueAt: now }
  setTimer(db, { ...timer, ...waits, held: null }, now)
}
