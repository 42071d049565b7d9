import { type RawBuilder, sql } from 'kysely'
import type { RetentionRules } from '../core/business/retention-rules.js'
import type { ContactState, Dialogue, InquiryState } from '../core/conversation/types.js'
import { subtractDuration } from '../core/schedule/due.js'
import type { ContactId, InquiryId, Iso, LineId, Slots } from '../core/types.js'
import { keepMarksTrue } from './catch-up-figures.js'
import { ROWS_OF_TEXT } from './contact-tables.js'
import { eraseContact, forgetContact, forgetToldOf } from './erase.js'
import type { Database } from './sqlite/database.js'
import { parseJson, toJson } from './sqlite/json.js'
import { type Query, statement } from './sqlite/statement.js'

/** Whose texts, and who altogether, has been kept long enough. Times are instants before which they last wrote. */
type Overdue = {
  readonly texts: readonly ContactId[]
  readonly contacts: readonly ContactId[]
}

/** At most so many of each: the rest comes the next time. */
export function overdue(
  db: Database,
  rules: RetentionRules,
  { now, timeZone, limit }: { now: Iso; timeZone: string; limit: number },
): Overdue {
  const ago = (months: number): Iso => subtractDuration(now, `P${months}M`, timeZone)
  const contacts =
    rules.contact === null
      ? []
      : selectGone(db).all({ before: ago(rules.contact), bought: ago(rules.buyers), limit })
  const texts = rules.texts === null ? [] : selectTexts(db).all({ before: ago(rules.texts), limit })
  const gone = new Set(contacts.map(({ id }) => id))
  return {
    contacts: [...gone],
    texts: texts.map(({ id }) => id).filter((id) => !gone.has(id)),
  }
}

/** How many they are, without touching anything. */
export function countOverdue(
  db: Database,
  rules: RetentionRules,
  when: { readonly now: Iso; readonly timeZone: string },
): { readonly texts: number; readonly contacts: number } {
  const { texts, contacts } = overdue(db, rules, { ...when, limit: -1 })
  return { texts: texts.length, contacts: contacts.length }
}

/**
 * Messages, files and model texts of one person go, and what was quoted of them; what they want, bought and agreed
 * to stays. To be called in a write job.
 */
export function eraseTexts(db: Database, contactId: ContactId): void {
  const person = { contactId }
  db.memory.forget()
  forgetToldOf(db, contactId)
  for (const remove of TEXTS) remove(db).run(person)
  unquote(db).run(person)
  keepMarksTrue(db)
  for (const row of selectStates(db).all(person)) {
    const contact = parseJson<ContactState>(row.contact)
    const inquiry = row.inquiry === null ? null : parseJson<InquiryState>(row.inquiry)
    saveContact(db).run({ ...person, state: toJson({ ...contact, slots: unsaid(contact.slots) }) })
    if (inquiry === null) continue
    const state = toJson({ ...inquiry, slots: unsaid(inquiry.slots) })
    saveInquiry(db).run({ id: inquiry.id, state })
  }
  for (const row of selectTalks(db).all(person)) {
    const dialogue: Dialogue = { ...parseJson<Dialogue>(row.state), lastSaid: null, question: null }
    saveTalk(db).run({ ...person, line: dialogue.line, state: toJson(dialogue) })
  }
}

/** The person goes. Who wanted no messages leaves a mark, so that they stay unwritten to. In a write job. */
export function eraseOverdue(db: Database, contactId: ContactId, at: Iso): void {
  if (selectConsent(db).get({ contactId })?.consent === 'opted_out') {
    return eraseContact(db, contactId, { kind: 'retention' }, at)
  }
  forgetToldOf(db, contactId)
  forgetContact(db, contactId)
}

function unsaid(slots: Slots): Slots {
  return Object.fromEntries(
    Object.entries(slots).map(([name, slot]) => [name, { ...slot, said: '' }]),
  )
}

type Of = { readonly contactId: ContactId }
type Silent = { readonly before: Iso; readonly limit: number }

const TEXTS = ROWS_OF_TEXT.map((table) =>
  statement<Of>()((query, arg) =>
    query.deleteFrom(table).where('contact_id', '=', arg('contactId')),
  ),
)

const unquote = statement<Of>()((query, arg) =>
  query.updateTable('slots').set({ said: '' }).where('contact_id', '=', arg('contactId')),
)

/** Whoever has not written since, is nobody of the business, and waits for nothing to be settled. */
const silent = (query: Query, before: RawBuilder<string>) =>
  query
    .selectFrom('contacts')
    .select('contacts.id')
    .where(LAST_HEARD, '<', before)
    .where(sql<boolean>`not exists (select 1 from staff where contact_id = contacts.id)`)
    .where(
      sql<boolean>`not exists (select 1 from tickets where contact_id = contacts.id and status <> 'closed')`,
    )
    .orderBy('contacts.id')

const LAST_HEARD = sql<string>`coalesce(
  (select max(heard_at) from conversations where contact_id = contacts.id), contacts.created_at)`

const selectTexts = statement<Silent>()((query, arg) =>
  silent(query, arg('before'))
    .where(
      sql<boolean>`(exists (select 1 from inbox where contact_id = contacts.id)
        or exists (select 1 from outbox where contact_id = contacts.id)
        or exists (select 1 from media where contact_id = contacts.id))`,
    )
    .limit(arg('limit')),
)

/** Of those, whoever bought too long ago, or never, is owed nothing and is not to be written to. */
const selectGone = statement<Silent & { readonly bought: Iso }>()((query, arg) =>
  silent(query, arg('before'))
    .where(
      sql<boolean>`not exists (select 1 from sales
        where contact_id = contacts.id and voided_at is null and at >= ${arg('bought')})`,
    )
    .where(
      sql<boolean>`not exists (select 1 from referrals
        where contact_id = contacts.id and reward in ('pending', 'earned') and status <> 'void')`,
    )
    .where(
      sql<boolean>`not exists (select 1 from timers where contact_id = contacts.id and status = 'pending')`,
    )
    .limit(arg('limit')),
)

const selectConsent = statement<Of>()((query, arg) =>
  query.selectFrom('contacts').select('consent').where('id', '=', arg('contactId')),
)

const selectStates = statement<Of>()((query, arg) =>
  query
    .selectFrom('contacts')
    .leftJoin('inquiries', 'inquiries.contact_id', 'contacts.id')
    .select(['contacts.state as contact', 'inquiries.state as inquiry'])
    .where('contacts.id', '=', arg('contactId')),
)

const saveContact = statement<Of & { readonly state: string }>()((query, arg) =>
  query
    .updateTable('contacts')
    .set({ state: arg('state') })
    .where('id', '=', arg('contactId')),
)

const saveInquiry = statement<{ readonly id: InquiryId; readonly state: string }>()((query, arg) =>
  query
    .updateTable('inquiries')
    .set({ state: arg('state') })
    .where('id', '=', arg('id')),
)

const selectTalks = statement<Of>()((query, arg) =>
  query
    .selectFrom('conversations')
    .select('state')
    .where('contact_id', '=', arg('contactId'))
    .where('state', 'is not', null),
)

const saveTalk = statement<Of & { readonly line: LineId; readonly state: string }>()((query, arg) =>
  query
    .updateTable('conversations')
    .set({ state: arg('state') })
    .where('contact_id', '=', arg('contactId'))
    .where('line_id', '=', arg('line')),
)
