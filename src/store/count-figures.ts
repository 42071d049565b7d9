import { sql } from 'kysely'
import {
  type CountedPerson,
  countInquiry,
  countPerson,
  wantsSomething,
} from '../core/funnel/count-person.js'
import { eachSum, SUMS, type Sums } from '../core/funnel/day-figures.js'
import type { ContactId } from '../core/types.js'
import { type PersonRows, personRows } from './person-facts.js'
import type { Flag } from './schema/schema.js'
import type { Database } from './sqlite/database.js'
import { statement } from './sqlite/statement.js'

/** What counting needs to know of the business. */
export type CountingPlace = { readonly timeZone: string; readonly currency: string }

/**
 * Counts one contact anew: their narrow row, and what it adds to the sums of its day and source. To be
 * called in a write job; once more changes nothing.
 */
export function countFigures(db: Database, contactId: ContactId, place: CountingPlace): void {
  forgetFigures(db, contactId)
  const rows = personRows(db, contactId, place)
  if (rows === null) return
  const simulated: Flag = rows.simulated ? 1 : 0
  if (wantsSomething(rows.facts)) addInquiries(db, contactId, rows, place.timeZone)
  const counted = countPerson(rows.facts, place.timeZone)
  if (counted === null) return
  const { day, source, minutes, sums } = counted
  insertPerson(db).run({ contactId, day, source, simulated, minutes, ...sums })
  addTo(db, counted, simulated, 1)
}

/** Takes whatever one contact added out of the figures. */
export function forgetFigures(db: Database, contactId: ContactId): void {
  unmark(db).run({ contactId })
  removeInquiries(db).run({ contactId })
  const row = selectPerson(db).get({ contactId })
  if (row === undefined) return
  const { day, source, simulated, minutes, ...sums } = row
  removePerson(db).run({ contactId })
  addTo(db, { day, source, minutes, sums }, simulated, -1)
}

/** Somebody changed in a way that leaves no trace where counting looks for it. */
export function markStale(db: Database, contactId: ContactId): void {
  mark(db).run({ contactId })
}

function addTo(
  db: Database,
  { day, source, sums }: CountedPerson,
  simulated: Flag,
  sign: 1 | -1,
): void {
  addDay(db).run({ day, source, simulated, ...eachSum((sum) => sums[sum] * sign) })
}

function addInquiries(
  db: Database,
  contactId: ContactId,
  { inquiries, simulated }: PersonRows,
  timeZone: string,
): void {
  for (const { state, quoted } of inquiries) {
    const { reasons, ...counted } = countInquiry(state, timeZone)
    insertInquiry(db).run({
      id: state.id,
      contactId,
      simulated: simulated ? 1 : 0,
      ...counted,
      outcome: state.outcome?.kind ?? null,
      quoted,
      told: state.told ? 1 : 0,
      reasons: reasons.join(' '),
    })
  }
}

type Of = { contactId: ContactId }
type Place = { day: number; source: string; simulated: Flag }

const mark = statement<Of>()((query, arg) =>
  query
    .insertInto('figure_stale')
    .values({ contact_id: arg('contactId') })
    .onConflict((conflict) => conflict.doNothing()),
)

const unmark = statement<Of>()((query, arg) =>
  query.deleteFrom('figure_stale').where('contact_id', '=', arg('contactId')),
)

const selectPerson = statement<Of>()((query, arg) =>
  query
    .selectFrom('figure_people')
    .select(['day', 'source', 'simulated', 'minutes', ...SUMS])
    .where('contact_id', '=', arg('contactId')),
)

const removePerson = statement<Of>()((query, arg) =>
  query.deleteFrom('figure_people').where('contact_id', '=', arg('contactId')),
)

const removeInquiries = statement<Of>()((query, arg) =>
  query.deleteFrom('figure_inquiries').where('contact_id', '=', arg('contactId')),
)

type PersonRow = Place & { [S in keyof Sums]: number } & Of & { minutes: number | null }

const insertPerson = statement<PersonRow>()((query, arg) =>
  query.insertInto('figure_people').values({
    contact_id: arg('contactId'),
    day: arg('day'),
    source: arg('source'),
    simulated: arg('simulated'),
    minutes: arg('minutes'),
    ...eachSum((sum) => arg(sum)),
  }),
)

const addDay = statement<Place & { [S in keyof Sums]: number }>()((query, arg) =>
  query
    .insertInto('figure_days')
    .values({
      day: arg('day'),
      source: arg('source'),
      simulated: arg('simulated'),
      ...eachSum((sum) => arg(sum)),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['day', 'source', 'simulated'])
        .doUpdateSet(
          eachSum(
            (sum) => sql<number>`${sql.ref(`figure_days.${sum}`)} + ${sql.ref(`excluded.${sum}`)}`,
          ),
        ),
    ),
)

type InquiryRow = {
  id: PersonRows['inquiries'][number]['state']['id']
  contactId: ContactId
  simulated: Flag
  openedDay: number
  closedDay: number | null
  outcome: 'won' | 'lost' | 'disqualified' | null
  rung: 'lead' | 'qualified' | 'opportunity'
  band: 0 | 1 | 2 | 3
  quoted: number | null
  told: Flag
  reasons: string
}

const insertInquiry = statement<InquiryRow>()((query, arg) =>
  query.insertInto('figure_inquiries').values({
    id: arg('id'),
    contact_id: arg('contactId'),
    simulated: arg('simulated'),
    opened_day: arg('openedDay'),
    closed_day: arg('closedDay'),
    outcome: arg('outcome'),
    rung: arg('rung'),
    band: arg('band'),
    quoted: arg('quoted'),
    told: arg('told'),
    reasons: arg('reasons'),
  }),
)
