import type { Context } from '../core/conversation/types.js'
import { withWeights } from '../core/funnel/weights.js'
import { rehearsalUntil } from '../core/rehearsal/house.js'
import type { Iso } from '../core/types.js'
import { consentsOf } from '../store/consents.js'
import { readHouse } from '../store/house.js'
import { referralCodes } from '../store/referrals.js'
import { nextTicketNumber } from '../store/tickets.js'
import type { TurnDeps } from './deps.js'
import { taughtBusiness } from './taught-business.js'

/** What a step may look at now: the project, what owners taught since, and whether all is silent. */
export function contextAt(deps: TurnDeps, now: Iso): Context {
  const { db, policy, holidays, messages, read, choose } = deps
  const { silence, facts, weights, model, rehearsal } = readHouse(db)
  const { business, mentions } = taughtBusiness(deps, facts)
  return {
    now,
    business,
    mentions,
    policy,
    holidays,
    messages,
    read,
    choose,
    flow: (id, hash) => withWeights(deps.flow(id, hash), weights),
    model: model === 'off' ? 'off' : deps.model,
    ears: deps.transcribe === null ? 'off' : 'on',
    silence,
    rehearsal: rehearsalUntil(rehearsal, now),
    nextTicket: () => nextTicketNumber(db),
    referralCodes: () => referralCodes(db),
    permissions: (contact) => consentsOf(db, contact),
  }
}
