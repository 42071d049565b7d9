import { dayText } from '../business/date-text.js'
import { promisedText } from '../business/promise.js'
import type { Draft } from '../conversation/draft.js'
import { promiseNow } from '../conversation/variables.js'
import type { VariableName } from '../flow/variables.js'
import { localTime } from '../schedule/local-time.js'
import type { Iso } from '../types.js'
import { lastOf } from './product-time.js'

/** What texts after a sale may name; see `flow/variables`. */
export const CARE_VARIABLES = {
  atributo_1: ({ spoken }) => spoken.attributes[0]?.name,
  atributo_2: ({ spoken }) => spoken.attributes[1]?.name,
  atributo_3: ({ spoken }) => spoken.attributes[2]?.name,
  fecha_renovación: ({ contact, context }) => {
    const { business, messages, now } = context
    const due = lastOf(contact, business, 'renewal')
    const dayOf = (iso: Iso): number => localTime(iso, business.timeZone).day
    return due && dayText(dayOf(due), dayOf(now), messages)
  },
  caso: ({ contact }) => {
    const ticket = contact.tickets.at(-1)
    return ticket && String(ticket.number)
  },
  plazo_caso: ({ contact, context }) => {
    const ticket = contact.tickets.at(-1)
    // What is overdue already has to be promised anew.
    if (ticket !== undefined && ticket.dueAt <= context.now) return promiseNow({ context }).text
    return ticket && promisedText(ticket.dueAt, context.now, context.business, context.messages)
  },
} satisfies { readonly [N in VariableName]?: (draft: Draft) => string | null | undefined }
