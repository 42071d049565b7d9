import { sql } from 'kysely'
import { isBeginning, isSlip, SHORTEST_CORRECTED } from '../core/owner/find-lead.js'
import type { Circle, Hint } from '../core/owner/people.js'
import type { ContactId } from '../core/types.js'
import { isFilled } from './fill-accounts.js'
import { findContactByPhone } from './identity.js'
import { backwards } from './keep-account.js'
import type { AccountWordsTable } from './schema/people.js'
import type { Database } from './sqlite/database.js'
import { statement } from './sqlite/statement.js'

type Form = AccountWordsTable['form']

/** After every text that begins with another one, and before whatever follows those. */
const LAST = '\u{10ffff}'
const PAGE = 50

/**
 * Customers and marked people whom a hint fits, by their ids; perhaps others too, never fewer. Looked up
 * in what is entered of them; until everybody is entered, all of them.
 */
export function accountsLike(db: Database, hint: Hint): readonly ContactId[] {
  if (!isFilled(db)) return everyAccount(db)
  switch (hint.kind) {
    case 'words':
      return eachOf(hint.words, (word) => idsOf(exact(db).all({ form: 'word', word })))
    case 'begun':
      return eachOf(hint.words, (word) =>
        idsOf(beginning(db, 'word', word).filter((found) => isBeginning(word, found.word))),
      )
    case 'slips':
      return eachOf(hint.words, (word) => slips(db, word))
    case 'digits':
      return ordered(idsOf(beginning(db, 'digits', backwards(hint.digits))))
    case 'called':
      return ordered(idsOf(exact(db).all({ form: 'called', word: hint.name })))
    case 'phone': {
      const contactId = findContactByPhone(db, hint.phone)
      return contactId !== null && isAccount(db, contactId) ? [contactId] : []
    }
  }
}

/** Whether they are entered as a customer or marked person. */
export function isAccount(db: Database, contactId: ContactId): boolean {
  return selectOne(db).get({ contactId }) !== undefined
}

/** Those of one circle by their ids, perhaps one of them twice, read some at a time. `me`: who is asking. */
export function* accountsIn(db: Database, circle: Circle, me: ContactId): Generator<ContactId> {
  if (!isFilled(db)) {
    yield* everyAccount(db)
    return
  }
  if (circle === 'mine') yield* accountsIn(db, 'busy', me)
  for (let after = '' as ContactId; ; ) {
    const page = CIRCLES[circle](db).all({ after, me, most: PAGE })
    for (const { contactId } of page) yield contactId
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) return
    after = last.contactId
  }
}

type Found = { readonly contactId: ContactId }

function idsOf(rows: readonly Found[]): ReadonlySet<ContactId> {
  return new Set(rows.map(({ contactId }) => contactId))
}

/** Those in whose name something stands for each of the words. */
function eachOf(
  words: readonly string[],
  find: (word: string) => ReadonlySet<ContactId>,
): readonly ContactId[] {
  let both: ReadonlySet<ContactId> | null = null
  for (const word of new Set(words)) {
    const found = find(word)
    both = both === null ? found : common(both, found)
    if (both.size === 0) break
  }
  return ordered(both ?? new Set())
}

function common(a: ReadonlySet<ContactId>, b: ReadonlySet<ContactId>): ReadonlySet<ContactId> {
  return new Set([...a].filter((id) => b.has(id)))
}

function ordered(ids: ReadonlySet<ContactId>): readonly ContactId[] {
  return [...ids].sort()
}

/**
 * One wrong letter leaves either the first half of a word as it was or the second; only two letters swapped
 * where the halves meet touch both.
 */
function slips(db: Database, word: string): ReadonlySet<ContactId> {
  const letters = [...word]
  const same = exact(db).all({ form: 'word', word })
  if (letters.length < SHORTEST_CORRECTED - 1) return idsOf(same)
  const half = Math.floor(letters.length / 2)
  const [first, second] = [letters.slice(0, half), letters.slice(half)]
  const swapped = [...first.slice(0, -1), second[0], first.at(-1), ...second.slice(1)].join('')
  const front = beginning(db, 'word', first.join(''))
  const end = beginning(db, 'back', backwards(second.join('')))
  const near = [
    ...front.filter((found) => isSlip(word, found.word)),
    ...end.filter((found) => isSlip(word, backwards(found.word))),
    ...(swapped.length < SHORTEST_CORRECTED ? [] : exact(db).all({ form: 'word', word: swapped })),
  ]
  return idsOf([...same, ...near])
}

function beginning(db: Database, form: Form, word: string) {
  return between(db).all({ form, from: word, to: `${word}${LAST}` })
}

function everyAccount(db: Database): readonly ContactId[] {
  return selectEvery(db)
    .all({})
    .map(({ contactId }) => contactId)
}

const exact = statement<{ form: Form; word: string }>()((query, arg) =>
  query
    .selectFrom('account_words')
    .select('contact_id as contactId')
    .where('form', '=', arg('form'))
    .where('word', '=', arg('word')),
)

const between = statement<{ form: Form; from: string; to: string }>()((query, arg) =>
  query
    .selectFrom('account_words')
    .select(['word', 'contact_id as contactId'])
    .where('form', '=', arg('form'))
    .where('word', '>=', arg('from'))
    .where('word', '<', arg('to')),
)

const selectOne = statement<{ contactId: ContactId }>()((query, arg) =>
  query.selectFrom('accounts').select('level').where('contact_id', '=', arg('contactId')),
)

type Page = { after: ContactId; me: ContactId; most: number }

const everybody = statement<Page>()((query, arg) =>
  query
    .selectFrom('accounts')
    .select('contact_id as contactId')
    .where('contact_id', '>', arg('after'))
    .orderBy('contact_id')
    .limit(arg('most')),
)

const open = statement<Page>()((query, arg) =>
  query
    .selectFrom('accounts')
    .select('contact_id as contactId')
    .where('level', '<>', sql.lit<'quiet'>('quiet'))
    .where('contact_id', '>', arg('after'))
    .orderBy('contact_id')
    .limit(arg('most')),
)

const busy = statement<Page>()((query, arg) =>
  query
    .selectFrom('accounts')
    .select('contact_id as contactId')
    .where('level', '=', sql.lit<'busy'>('busy'))
    .where('contact_id', '>', arg('after'))
    .orderBy('contact_id')
    .limit(arg('most')),
)

const mine = statement<Page>()((query, arg) =>
  query
    .selectFrom('accounts')
    .select('contact_id as contactId')
    .where('holder', '=', arg('me'))
    .where('contact_id', '>', arg('after'))
    .orderBy('contact_id')
    .limit(arg('most')),
)

const CIRCLES = { everybody, open, mine, busy } as const

const CUSTOMERS = ['customer', 'repeat_customer', 'advocate'] as const

const selectEvery = statement()((query) =>
  query
    .selectFrom('contacts')
    .select('id as contactId')
    .where('inquiry_id', 'is not', null)
    .where((row) =>
      row.or([
        row('vip', '=', sql.lit<1>(1)),
        row(
          'stage',
          'in',
          CUSTOMERS.map((stage) => sql.lit(stage)),
        ),
      ]),
    )
    .orderBy('id'),
)
