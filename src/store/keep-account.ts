import type { Case, ContactState, InquiryState } from '../core/conversation/types.js'
import {
  type AccountEntry,
  accountEntry,
  type Called,
  isLeadNow,
  isSameEntry,
  isSameName,
  wordsOfName,
} from '../core/owner/account-entry.js'
import type { ContactId } from '../core/types.js'
import type { AccountWordsTable } from './schema/people.js'
import type { Database } from './sqlite/database.js'
import { parseJson, parseNullable } from './sqlite/json.js'
import { statement } from './sqlite/statement.js'

type Form = AccountWordsTable['form']
/** Of a dialogue that is nowhere yet the version is 0. */
type Before = Case & { readonly version: number }

/** So much of a time says its hour. */
const HOUR = '2026-03-10T15'.length

/**
 * Enters what a case that was just written changes about how its person is found; for most, nothing. What
 * their last message leaves is written once an hour, and the entry of a customer when it says something else.
 */
export function keepFound(db: Database, before: Before, after: Case): void {
  if (isListedAnew(before, after)) {
    const isListed = isLeadNow(after) ? 1 : 0
    list(db).run({ contactId: after.contact.id, isListed, hour: HOUR })
  }
  if (before.contact === after.contact && before.inquiry === after.inquiry) return
  const [known, entry] = [accountEntry(before), accountEntry(after)]
  if (!isSameEntry(known, entry)) enter(db, after.contact.id, known?.called ?? null, entry)
}

/** The same for whoever was written otherwise than by their case, or is entered for the first time. */
export function findAnew(db: Database, contactId: ContactId): void {
  const row = select(db).get({ contactId })
  if (row === undefined) return
  const contact = { ...parseJson<ContactState>(row.contact), phone: row.phone }
  const person = { contact, inquiry: parseNullable<InquiryState>(row.inquiry) }
  list(db).run({ contactId, isListed: isLeadNow(person) ? 1 : 0, hour: HOUR })
  enter(db, contactId, null, accountEntry(person))
}

/** Somebody who is part of somebody else now. */
export function forgetFound(db: Database, contactId: ContactId): void {
  enter(db, contactId, null, null)
}

/** As a mirror has it, code point by code point. */
export function backwards(word: string): string {
  return [...word].reverse().join('')
}

function isListedAnew(before: Before, after: Case): boolean {
  const [was, is] = [isLeadNow(before), isLeadNow(after)]
  if (!is) return was
  return !was || before.version === 0 || hourOf(before) !== hourOf(after)
}

function hourOf({ dialogue: { heardAt } }: Case): string {
  return heardAt?.slice(0, HOUR) ?? ''
}

/** `known`: the names that are entered now; null where that is not known, or none are. */
function enter(
  db: Database,
  contactId: ContactId,
  known: Called | null,
  entry: AccountEntry | null,
): void {
  if (entry === null) {
    remove(db).run({ contactId })
    removeWords(db).run({ contactId })
    return
  }
  upsert(db).run({ contactId, level: entry.level, holder: entry.holder })
  if (known !== null && isSameName(known, entry.called)) return
  removeWords(db).run({ contactId })
  for (const [form, word] of formsOf(entry.called)) insertWord(db).run({ contactId, form, word })
}

function formsOf(called: Called): readonly (readonly [Form, string])[] {
  const { name, organization, phone } = called
  const words = wordsOfName(called).flatMap((word): readonly (readonly [Form, string])[] => [
    ['word', word],
    ['back', backwards(word)],
  ])
  const digits = phone?.replace(/\D/g, '') ?? ''
  return [
    ...words,
    ['called', name ?? organization ?? phone ?? ''],
    ...(digits === '' ? [] : [['digits', backwards(digits)] as const]),
  ]
}

type Of = { contactId: ContactId }

const select = statement<Of>()((query, arg) =>
  query
    .selectFrom('contacts')
    .leftJoin('inquiries', 'inquiries.id', 'contacts.inquiry_id')
    .select(['contacts.phone', 'contacts.state as contact', 'inquiries.state as inquiry'])
    .where('contacts.id', '=', arg('contactId')),
)

/** On every line: whoever may be named on one may be on the others. */
const list = statement<Of & { isListed: 0 | 1; hour: number }>()((query, arg) =>
  query
    .updateTable('conversations')
    .set((row) => ({
      listed_on: row
        .case()
        .when(arg('isListed'), '=', 1)
        .then(
          row.fn<string>('substr', [
            row.fn.coalesce('heard_at', row.val('')),
            row.lit(1),
            arg('hour'),
          ]),
        )
        .end(),
    }))
    .where('contact_id', '=', arg('contactId')),
)

const upsert = statement<Of & { level: AccountEntry['level']; holder: ContactId | null }>()(
  (query, arg) =>
    query
      .insertInto('accounts')
      .values({ contact_id: arg('contactId'), level: arg('level'), holder: arg('holder') })
      .onConflict((conflict) =>
        conflict.column('contact_id').doUpdateSet((row) => ({
          level: row.ref('excluded.level'),
          holder: row.ref('excluded.holder'),
        })),
      ),
)

const remove = statement<Of>()((query, arg) =>
  query.deleteFrom('accounts').where('contact_id', '=', arg('contactId')),
)

const insertWord = statement<Of & { form: Form; word: string }>()((query, arg) =>
  query
    .insertInto('account_words')
    .values({ form: arg('form'), word: arg('word'), contact_id: arg('contactId') })
    .onConflict((conflict) => conflict.doNothing()),
)

const removeWords = statement<Of>()((query, arg) =>
  query.deleteFrom('account_words').where('contact_id', '=', arg('contactId')),
)
