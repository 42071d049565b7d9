import type { ContactId, Iso, LineId } from '../core/types.js'
import type { Database } from './sqlite/database.js'
import { statement } from './sqlite/statement.js'

/** An owner or seller who has written to the bot on a line: only then may it write to them. */
export type StaffEntry = {
  readonly contactId: ContactId
  readonly lineId: LineId
  readonly chat: string
  readonly role: 'owner' | 'seller'
  readonly name: string
  readonly phone: string
  readonly activatedAt: Iso
}

/** True the first time; later calls only bring chat, role, name and phone up to date. */
export function activateStaff(db: Database, entry: StaffEntry): boolean {
  if (insert(db).run(entry).changes === 1) return true
  update(db).run(entry)
  return false
}

/** Everybody active on a line, the first activated first. */
export function staffState(db: Database, lineId: LineId): readonly StaffEntry[] {
  return select(db).all({ lineId })
}

const insert = statement<StaffEntry>()((query, arg) =>
  query
    .insertInto('staff')
    .values({
      contact_id: arg('contactId'),
      line_id: arg('lineId'),
      chat: arg('chat'),
      role: arg('role'),
      name: arg('name'),
      phone: arg('phone'),
      activated_at: arg('activatedAt'),
    })
    .onConflict((conflict) => conflict.doNothing()),
)

const update = statement<StaffEntry>()((query, arg) =>
  query
    .updateTable('staff')
    .set({ chat: arg('chat'), role: arg('role'), name: arg('name'), phone: arg('phone') })
    .where('line_id', '=', arg('lineId'))
    .where('contact_id', '=', arg('contactId')),
)

const select = statement<{ lineId: LineId }>()((query, arg) =>
  query
    .selectFrom('staff')
    .select(['contact_id as contactId', 'line_id as lineId', 'chat', 'role', 'name', 'phone'])
    .select('activated_at as activatedAt')
    .where('line_id', '=', arg('lineId'))
    .orderBy('activated_at')
    .orderBy('contact_id'),
)
