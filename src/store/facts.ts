import type { ContactId, Iso } from '../core/types.js'
import { keepHouse } from './house.js'
import type { Database } from './sqlite/database.js'
import { statement } from './sqlite/statement.js'

/** What an owner taught the bot with `dato`, in the owner's own words. */
type StoredFact = { readonly id: string; readonly text: string; readonly at: Iso }

type NewFact = StoredFact & { readonly by: ContactId }

export function addFact(db: Database, fact: NewFact): void {
  insert(db).run(fact)
  keepHouse(db, { facts: `+${fact.id}` })
}

/** From here on it is not known any more; it stays written that it was. */
export function withdrawFact(db: Database, id: string, at: Iso): void {
  withdraw(db).run({ id, at })
  keepHouse(db, { facts: `-${id} ${at}` })
}

/** Knows again what was withdrawn. */
export function restoreFact(db: Database, id: string, at: Iso): void {
  restore(db).run({ id })
  keepHouse(db, { facts: `+${id} ${at}` })
}

/** Those that count, oldest first. */
export function listFacts(db: Database): readonly StoredFact[] {
  return select(db).all({})
}

const insert = statement<NewFact>()((query, arg) =>
  query.insertInto('facts').values({
    id: arg('id'),
    text: arg('text'),
    by_contact: arg('by'),
    at: arg('at'),
    withdrawn_at: null,
  }),
)

const withdraw = statement<{ id: string; at: Iso }>()((query, arg) =>
  query
    .updateTable('facts')
    .set({ withdrawn_at: arg('at') })
    .where('id', '=', arg('id')),
)

const restore = statement<{ id: string }>()((query, arg) =>
  query.updateTable('facts').set({ withdrawn_at: null }).where('id', '=', arg('id')),
)

const select = statement()((query) =>
  query
    .selectFrom('facts')
    .select(['id', 'text', 'at'])
    .where('withdrawn_at', 'is', null)
    .orderBy('at')
    .orderBy('id'),
)
