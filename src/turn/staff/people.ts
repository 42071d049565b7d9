import type { OpenLead } from '../../core/owner/open-lead.js'
import type { Candidates, Circle, Hint, People } from '../../core/owner/people.js'
import type { ContactId, Iso, LineId } from '../../core/types.js'
import { countCustomers, lastCustomers } from '../../store/accounts.js'
import { accountsIn, accountsLike, isAccount } from '../../store/find-accounts.js'
import { readHouse } from '../../store/house.js'
import { findLead, listLeads } from '../../store/leads.js'
import { owedRewards } from '../../store/referrals.js'
import { openRehearsals } from '../../store/rehearsals.js'
import type { StaffEntry } from '../../store/staff.js'
import { openTickets } from '../../store/tickets.js'
import type { TurnDeps } from '../deps.js'
import { once } from '../once.js'
import { accountOn, keyAccountsOn } from './accounts.js'
import { leadOf } from './open-lead.js'

/** Whoever was heard of last is read when anybody is, so many of them. */
const MOST = 200

/** `spokenOf`: whoever may be meant however little is known of them. */
type Asking = {
  readonly me: StaffEntry
  readonly now: Iso
  readonly spokenOf: readonly (ContactId | null)[]
}

/**
 * Whoever a word of staff may be about: the last two hundred that were heard of and those just spoken of
 * are read, the customers among everybody else are found by what is entered of them. Nobody is read before
 * somebody is looked for, and nobody twice.
 */
export function peopleFor(deps: TurnDeps, asking: Asking): People {
  const { db } = deps
  const { me, now } = asking
  const { lineId } = me
  const read = readerOf(deps, lineId, now)
  const fresh = once(() => freshOf(deps, asking, read))
  return {
    fresh,
    likely: (hint) => withOthers(fresh(), accountsLike(db, hint), read.one),
    circle: (circle) =>
      withOthers(
        fresh(),
        { [Symbol.iterator]: () => inCircle(deps, circle, me.contactId) },
        read.one,
      ),
    byId: read.one,
    keyAccounts: () => keyAccountsOn(deps, lineId, now),
    customers: (most) => ({
      n: countCustomers(db, lineId),
      last: lastCustomers(db, lineId, most).flatMap((id) => accountOn(deps, lineId, id) ?? []),
    }),
  }
}

/** The customers and marked people of a line. */
export function customersOn(deps: TurnDeps, lineId: LineId, now: Iso): Candidates {
  const read = readerOf(deps, lineId, now)
  return { likely: (hint: Hint) => withOthers([], accountsLike(deps.db, hint), read.one) }
}

type Reader = {
  one(id: ContactId): OpenLead | null
  last(): readonly OpenLead[]
}

function readerOf(deps: TurnDeps, lineId: LineId, now: Iso): Reader {
  const known = new Map<ContactId, OpenLead | null>()
  const keep = (id: ContactId, lead: OpenLead | null): OpenLead | null => {
    known.set(id, lead)
    return lead
  }
  return {
    one: (id) => {
      const lead = known.get(id)
      if (lead !== undefined) return lead
      const row = findLead(deps.db, lineId, id)
      return keep(id, row === null ? null : leadOf(deps, row, now))
    },
    last: () =>
      listLeads(deps.db, lineId, MOST, now).map((row) => {
        const lead = leadOf(deps, row, now)
        keep(lead.id, lead)
        return lead
      }),
  }
}

function freshOf(deps: TurnDeps, { me, spokenOf }: Asking, read: Reader): readonly OpenLead[] {
  const { db } = deps
  const last = read.last().filter(({ id }) => id !== me.contactId)
  const tickets = openTickets(db, MOST).map(({ contactId }) => contactId)
  const open = readHouse(db).rehearsal === null ? [] : openRehearsals(db, me.lineId, MOST)
  const ids = [...spokenOf, ...tickets, ...open].flatMap((id) => id ?? [])
  return [...withOthers(last, ids, read.one)]
}

/** First those who are read already, then the others, each once and only when somebody looks at them. */
function withOthers(
  first: readonly OpenLead[],
  others: Iterable<ContactId>,
  read: (id: ContactId) => OpenLead | null,
): Iterable<OpenLead> {
  return {
    *[Symbol.iterator]() {
      yield* first
      const seen = new Set(first.map(({ id }) => id))
      for (const id of others) {
        if (seen.has(id)) continue
        seen.add(id)
        const lead = read(id)
        if (lead !== null) yield lead
      }
    },
  }
}

/** Of some it is not they who are busy: a reward is owed to them, or the business file leaves them alone. */
function* inCircle(deps: TurnDeps, circle: Circle, me: ContactId): Generator<ContactId> {
  const { db, business } = deps
  yield* accountsIn(db, circle, me)
  if (circle !== 'busy') return
  for (const { referrer } of owedRewards(db)) if (isAccount(db, referrer)) yield referrer
  for (const phone of business.number.ignore) yield* accountsLike(db, { kind: 'phone', phone })
}
