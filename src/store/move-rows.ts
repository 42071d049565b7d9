import { type RawBuilder, sql } from 'kysely'
import type { ContactId } from '../core/types.js'
import { ROWS_OF_ONE } from './contact-tables.js'
import type { Database } from './sqlite/database.js'
import { type Argument, statement } from './sqlite/statement.js'
import { moveStaffMemory } from './staff-memory.js'

/** `before`: how many inquiries `kept` has opened. */
type Move = { readonly kept: ContactId; readonly gone: ContactId; readonly before: number }

/**
 * Lets every row about `gone` be about `kept`, and whatever names them as staff name `kept`.
 * Conversations, and the contact itself, are not its business.
 */
export function moveRows(db: Database, move: Move): void {
  const wasStaff = findStaff(db).get(move) !== undefined
  for (const update of MOVES) update(db).run(move)
  if (!wasStaff) return
  for (const update of STAFF_MOVES) update(db).run(move)
  moveStaffMemory(db, move.kept, move.gone)
}

const move = statement<Move>()
type Arg = Argument<Move>

const MOVES = [
  ...ROWS_OF_ONE.map((table) =>
    move((query, arg) =>
      query
        .updateTable(table)
        .set({ contact_id: arg('kept') })
        .where('contact_id', '=', arg('gone')),
    ),
  ),
  move((query, arg) =>
    query
      .updateTable('inquiries')
      .set((row) => ({
        contact_id: arg('kept'),
        number: row('number', '+', arg('before')),
        state: sql<string>`json_set(state, '$.number', number + ${arg('before')})`,
      }))
      .where('contact_id', '=', arg('gone')),
  ),
  move((query, arg) =>
    query
      .updateTable('contacts')
      .set({ referred_by: arg('kept'), state: renamed('state', arg) })
      .where('referred_by', '=', arg('gone')),
  ),
  // Whoever was sent as both of them was sent once, by whoever came first.
  move((query, arg) =>
    query
      .updateTable('referrals')
      .set({ referred_id: null, status: 'void' })
      .where('referred_id', '=', arg('gone'))
      .where((row) =>
        row.exists(
          row
            .selectFrom('referrals as own')
            .select('own.id')
            .where('own.referred_id', '=', arg('kept')),
        ),
      ),
  ),
  move((query, arg) =>
    query
      .updateTable('referrals')
      .set({ referred_id: arg('kept') })
      .where('referred_id', '=', arg('gone')),
  ),
  // Nobody brings themselves: nothing that was not given yet is owed for it.
  move((query, arg) =>
    query
      .updateTable('referrals')
      .set((row) => ({
        status: row.val<'void'>('void'),
        reward: sql<
          'capped' | 'delivered'
        >`case reward when 'delivered' then reward else 'capped' end`,
      }))
      .where('referred_id', '=', arg('kept'))
      .where('contact_id', '=', arg('kept')),
  ),
  // What staff were just talking about with the bot.
  move((query, arg) =>
    query
      .updateTable('settings')
      .set({ value: renamed('value', arg) })
      .where('key', 'like', 'staff/%')
      .where((row) => sql`instr(${row.ref('value')}, ${arg('gone')})`, '>', 0),
  ),
]

/** Columns that name a member of staff. */
const NAMED = [
  ['staff', 'contact_id'],
  ['inquiries', 'assigned_to'],
  ['owner_words', 'by_contact'],
  ['notices', 'for_staff'],
  ['llm_tasks', 'for_staff'],
  ['notes', 'by_contact'],
  ['touches', 'by_contact'],
  ['facts', 'by_contact'],
] as const

/** Documents that may name one. */
const DOCUMENTS = [
  ['inquiries', 'state'],
  ['contacts', 'state'],
  ['stage_changes', 'actor'],
  ['consents', 'actor'],
  ['notices', 'content'],
  ['owner_words', 'action'],
  ['owner_words', 'before'],
] as const

const STAFF_MOVES = [
  // Whoever is staff on a line as both of them is so once.
  move((query, arg) =>
    query
      .deleteFrom('staff')
      .where('contact_id', '=', arg('gone'))
      .where('line_id', 'in', (row) =>
        row.selectFrom('staff').select('line_id').where('contact_id', '=', arg('kept')),
      ),
  ),
  ...NAMED.map(([table, column]) =>
    move((query, arg) =>
      query
        .updateTable(table)
        .set(sql.ref(column), arg('kept'))
        .where(sql.ref(column), '=', arg('gone')),
    ),
  ),
  ...DOCUMENTS.map(([table, column]) =>
    move((query, arg) =>
      query
        .updateTable(table)
        .set(sql.ref<string>(column), renamed(column, arg))
        .where(sql`instr(${sql.ref(column)}, '"' || ${arg('gone')} || '"')`, '>', 0),
    ),
  ),
]

/** In stored documents an id stands in quotation marks: those of inquiries begin with it, and stay. */
function renamed(column: string, arg: Arg): RawBuilder<string> {
  return sql<string>`replace(${sql.ref(column)}, '"' || ${arg('gone')} || '"', '"' || ${arg('kept')} || '"')`
}

const findStaff = statement<Move>()((query, arg) =>
  query.selectFrom('staff').select('line_id').where('contact_id', '=', arg('gone')),
)
