import type { Notice } from '../core/conversation/effects.js'
import type { ContactId, InquiryId, Iso, LineId, MessageId } from '../core/types.js'
import type { Database } from './sqlite/database.js'
import { parseJson, toJson } from './sqlite/json.js'
import { type Query, statement } from './sqlite/statement.js'

export type NewNotice = {
  readonly lineId: LineId
  /** About whom; null when that person was erased. */
  readonly contactId: ContactId | null
  readonly inquiryId: InquiryId | null
  readonly notice: Notice
  /** Null until somebody is active who can be told. */
  readonly forStaff: ContactId | null
  readonly at: Iso
}

export type StoredNotice = NewNotice & {
  readonly id: number
  readonly status: 'waiting' | 'sent' | 'dropped'
  readonly outboxId: number | null
}

/** Writes news for staff down as waiting, and gives back its id. */
export function addNotice(db: Database, { notice, ...entry }: NewNotice): number {
  return insert(db).run({ ...entry, kind: notice.kind, content: toJson(notice) }).id
}

/** What nobody was told yet, oldest first. */
export function waitingNotices(db: Database, lineId: LineId): readonly StoredNotice[] {
  return selectWaiting(db).all({ lineId }).map(noticeOf)
}

/** It stands in the outbox as a message to this person. */
export function markNoticeSent(
  db: Database,
  id: number,
  sent: { readonly forStaff: ContactId; readonly outboxId: number },
): void {
  update(db).run({ id, ...sent })
}

/** It will not be told any more: it was of the moment, or is over. */
export function dropNotice(db: Database, id: number): void {
  drop(db).run({ id })
}

/** What a message in the owner's chat is about: found by the id that a quote of it names. */
export function noticeByMessageId(db: Database, messageId: MessageId): StoredNotice | null {
  const row = selectByMessage(db).get({ messageId })
  return row === undefined ? null : noticeOf(row)
}

/** A notice with the id of the message that it became, to be quoted by; null while it waits. */
export type SentNotice = StoredNotice & { readonly messageId: MessageId | null }

export function noticeById(db: Database, id: number): SentNotice | null {
  const row = selectById(db).get({ id })
  if (row === undefined) return null
  const { messageId, ...notice } = row
  return { ...noticeOf(notice), messageId }
}

/** The last news about this contact that somebody was to act on; null when there was none. */
export function latestAlert(db: Database, contactId: ContactId): StoredNotice | null {
  const row = selectLatestAlert(db).get({ contactId })
  return row === undefined ? null : noticeOf(row)
}

/** The ids of all news about this contact that somebody was to act on. */
export function alertsAbout(db: Database, contactId: ContactId): readonly number[] {
  return selectAlerts(db)
    .all({ contactId })
    .map(({ id }) => id)
}

type NoticeRow = Omit<StoredNotice, 'notice'> & { readonly content: string }

function noticeOf({ content, ...row }: NoticeRow): StoredNotice {
  return { ...row, notice: parseJson(content) }
}

/** Kinds of news of which one message lists several: it is about nobody in particular. */
const LISTS = ['missed', 'call_listed', 'question_listed']

const notices = (query: Query) =>
  query
    .selectFrom('notices')
    .select(['notices.id', 'notices.line_id as lineId', 'notices.contact_id as contactId'])
    .select(['notices.inquiry_id as inquiryId', 'notices.content', 'for_staff as forStaff'])
    .select(['notices.status', 'outbox_id as outboxId', 'notices.created_at as at'])

const insert = statement<Omit<NewNotice, 'notice'> & { kind: string; content: string }>()(
  (query, arg) =>
    query.insertInto('notices').values({
      line_id: arg('lineId'),
      contact_id: arg('contactId'),
      inquiry_id: arg('inquiryId'),
      kind: arg('kind'),
      content: arg('content'),
      for_staff: arg('forStaff'),
      status: 'waiting',
      outbox_id: null,
      created_at: arg('at'),
    }),
)

const selectWaiting = statement<{ lineId: LineId }>()((query, arg) =>
  notices(query).where('status', '=', 'waiting').where('line_id', '=', arg('lineId')).orderBy('id'),
)

const update = statement<{ id: number; forStaff: ContactId; outboxId: number }>()((query, arg) =>
  query
    .updateTable('notices')
    .set({ status: 'sent', for_staff: arg('forStaff'), outbox_id: arg('outboxId') })
    .where('id', '=', arg('id')),
)

const drop = statement<{ id: number }>()((query, arg) =>
  query.updateTable('notices').set({ status: 'dropped' }).where('id', '=', arg('id')),
)

const selectByMessage = statement<{ messageId: MessageId }>()((query, arg) =>
  notices(query)
    .innerJoin('outbox', 'outbox.id', 'notices.outbox_id')
    .where('outbox.message_id', '=', arg('messageId'))
    .where('notices.kind', 'not in', LISTS),
)

const selectById = statement<{ id: number }>()((query, arg) =>
  notices(query)
    .leftJoin('outbox', 'outbox.id', 'notices.outbox_id')
    .select('outbox.message_id as messageId')
    .where('notices.id', '=', arg('id')),
)

/** Kinds of news that somebody has to act on. */
const ALERTING = [
  ...['card', 'asked_person', 'complaint', 'check_in_bad', 'moves_meeting'],
  ...['ticket', 'handed_on'],
]

const selectAlerts = statement<{ contactId: ContactId }>()((query, arg) =>
  query
    .selectFrom('notices')
    .select('id')
    .where('contact_id', '=', arg('contactId'))
    .where('kind', 'in', ALERTING)
    .orderBy('id'),
)

const selectLatestAlert = statement<{ contactId: ContactId }>()((query, arg) =>
  notices(query)
    .where('contact_id', '=', arg('contactId'))
    .where('kind', 'in', ALERTING)
    .where('status', '=', 'sent')
    .orderBy('id', 'desc')
    .limit(1),
)

/** Kinds of news that bring the card of a contact, or bring it back to mind. */
const CARDS = ['card', 'handed_on', 'reminder']

/** Staff who were sent the card of this contact. */
export function cardHolders(db: Database, contactId: ContactId): readonly ContactId[] {
  return selectHolders(db)
    .all({ contactId })
    .flatMap(({ holder }) => holder ?? [])
}

/** About whom the last card sent to this member of staff is; null when there was none. */
export function lastCardOf(db: Database, forStaff: ContactId): ContactId | null {
  return selectLastCard(db).get({ forStaff })?.contactId ?? null
}

/** About whom the last news of any kind sent to this member of staff is. */
export function lastNewsOf(db: Database, forStaff: ContactId): ContactId | null {
  return selectLastNews(db).get({ forStaff })?.contactId ?? null
}

/** The last news of any kind sent to this member of staff. */
export function lastNoticeOf(db: Database, forStaff: ContactId): StoredNotice | null {
  const row = selectLastNotice(db).get({ forStaff })
  return row === undefined ? null : noticeOf(row)
}

/** Whose payment this member of staff was asked about last, where no other news came since. */
export function receiptAskedOf(db: Database, forStaff: ContactId): ContactId | null {
  const [last, ...before] = selectLatest(db).all({ forStaff })
  if (last === undefined) return null
  // What else a turn tells of the same person comes right behind.
  const together = before.filter(
    ({ at, contactId }) => at === last.at && contactId === last.contactId,
  )
  return [last, ...together].some(({ kind }) => kind === 'receipt') ? last.contactId : null
}

const selectLastNews = statement<{ forStaff: ContactId }>()((query, arg) =>
  query
    .selectFrom('notices')
    .select('contact_id as contactId')
    .where('for_staff', '=', arg('forStaff'))
    .where('status', '=', 'sent')
    .where('contact_id', 'is not', null)
    .where('kind', 'not in', LISTS)
    .orderBy('id', 'desc')
    .limit(1),
)

const selectLastNotice = statement<{ forStaff: ContactId }>()((query, arg) =>
  notices(query)
    .where('for_staff', '=', arg('forStaff'))
    .where('status', '=', 'sent')
    .where('kind', 'not in', LISTS)
    .orderBy('id', 'desc')
    .limit(1),
)

const selectLatest = statement<{ forStaff: ContactId }>()((query, arg) =>
  query
    .selectFrom('notices')
    .select(['contact_id as contactId', 'kind', 'created_at as at'])
    .where('for_staff', '=', arg('forStaff'))
    .where('status', '=', 'sent')
    .where('contact_id', 'is not', null)
    .orderBy('id', 'desc')
    .limit(4),
)

const selectHolders = statement<{ contactId: ContactId }>()((query, arg) =>
  query
    .selectFrom('notices')
    .select('for_staff as holder')
    .distinct()
    .where('contact_id', '=', arg('contactId'))
    .where('kind', 'in', CARDS)
    .where('status', '=', 'sent'),
)

const selectLastCard = statement<{ forStaff: ContactId }>()((query, arg) =>
  query
    .selectFrom('notices')
    .select('contact_id as contactId')
    .where('for_staff', '=', arg('forStaff'))
    .where('kind', 'in', CARDS)
    .where('status', '=', 'sent')
    .orderBy('id', 'desc')
    .limit(1),
)
