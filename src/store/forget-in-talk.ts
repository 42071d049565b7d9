import type { ContactState } from '../core/conversation/types.js'
import type { ContactId } from '../core/types.js'
import { fold } from '../core/understanding/normalise.js'
import type { Database } from './sqlite/database.js'
import { parseJson } from './sqlite/json.js'
import { statement } from './sqlite/statement.js'

/** Shorter names are parts of other words too often to be looked for. */
const SHORTEST = 3

/**
 * Removes what staff read and wrote about somebody in their own chats with the bot: cards they asked for, lists
 * with that name or number, their words about it. Messages that are news of somebody else stay.
 */
export function forgetInTalk(db: Database, contactId: ContactId): void {
  const row = selectContact(db).get({ contactId })
  if (row === undefined) return
  const named = namesOf(parseJson<ContactState>(row.state), row.phone, row.profileName)
  if (named === null) return
  for (const { id, content } of selectSaid(db).all({ contactId })) {
    if (named.test(fold(content))) deleteSaid(db).run({ id })
  }
  for (const { id, content } of selectHeard(db).all({})) {
    if (named.test(fold(content))) deleteHeard(db).run({ id })
  }
}

function namesOf(
  { slots }: ContactState,
  phone: string | null,
  profileName: string | null,
): RegExp | null {
  const { name, organization } = slots
  const said = [name, organization].flatMap((slot) =>
    slot?.status === 'known' ? [String(slot.value)] : [],
  )
  const all = [...said, ...(profileName === null ? [] : [profileName])]
    .map((each) => fold(each).trim())
    .filter((each) => each.length >= SHORTEST)
  const digits = phone === null ? [] : [phone.replace(/\D/g, '')]
  const words = [...all, ...digits].map((each) => each.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  return words.length === 0
    ? null
    : new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'u')
}

type Said = { readonly id: number; readonly content: string }

const selectContact = statement<{ contactId: ContactId }>()((query, arg) =>
  query
    .selectFrom('contacts')
    .select(['state', 'phone', 'profile_name as profileName'])
    .where('id', '=', arg('contactId')),
)

/** Of what was sent to staff, whatever is no news of somebody else. */
const selectSaid = statement<{ contactId: ContactId }>()((query, arg) =>
  query
    .selectFrom('outbox')
    .select(['id', 'content'])
    .where('contact_id', 'in', (row) => row.selectFrom('staff').select('staff.contact_id'))
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('notices')
            .select('notices.id')
            .whereRef('notices.outbox_id', '=', 'outbox.id')
            .where('notices.contact_id', '!=', arg('contactId')),
        ),
      ),
    )
    .$castTo<Said>(),
)

const selectHeard = statement()((query) =>
  query
    .selectFrom('inbox')
    .select(['id', 'content'])
    .where('contact_id', 'in', (row) => row.selectFrom('staff').select('staff.contact_id'))
    .where('status', '!=', 'pending')
    .$castTo<Said>(),
)

const deleteSaid = statement<{ id: number }>()((query, arg) =>
  query.deleteFrom('outbox').where('id', '=', arg('id')),
)

const deleteHeard = statement<{ id: number }>()((query, arg) =>
  query.deleteFrom('inbox').where('id', '=', arg('id')),
)
