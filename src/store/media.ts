import { isoOf } from '../core/schedule/local-time.js'
import { HOUR } from '../core/schedule/units.js'
import type { ContactId, Inbound, Iso, LineId, MediaOffer, MessageId } from '../core/types.js'
import type { MediaTable } from './schema/media.js'
import { sentHashes } from './sent-files.js'
import type { Database } from './sqlite/database.js'
import { type Query, statement } from './sqlite/statement.js'

/** A file that somebody sent, whether or not its bytes are here. */
export type StoredMedia = MediaOffer & {
  readonly id: number
  readonly lineId: LineId
  readonly messageId: MessageId
  readonly status: MediaTable['status']
  /** The hash under which the bytes are kept. */
  readonly file: string | null
  readonly attempts: number
}

/** Writes down what came with a message besides its words. */
export function keepExtras(db: Database, contactId: ContactId, inbound: Inbound, at: Iso): void {
  const { lineId, messageId, media, rawReferral } = inbound
  const from = { contactId, lineId, messageId, at }
  if (media !== null) insertMedia(db).run({ ...from, ...media, status: statusOf(db, from, media) })
  if (rawReferral !== null) insertAd(db).run({ ...from, raw: rawReferral })
}

/** Voice notes of one person within an hour: more are fetched when somebody asks for them. */
const MOST_VOICES = 30

function statusOf(db: Database, { contactId, at }: From, { kind }: MediaOffer): Status {
  if (kind !== 'audio') return 'offered'
  const since = isoOf(Date.parse(at) - HOUR)
  const { n } = countVoices(db).get({ contactId, since }) ?? { n: 0 }
  return n < MOST_VOICES ? 'offered' : 'deferred'
}

export function mediaById(db: Database, id: number): StoredMedia | null {
  return selectById(db).get({ id }) ?? null
}

/** Voice notes whose bytes are still to be fetched by themselves, the oldest first. */
export function offeredVoices(db: Database, limit: number): readonly StoredMedia[] {
  return selectOffered(db).all({ limit })
}

export function markMedia(
  db: Database,
  id: number,
  status: MediaTable['status'],
  file: string | null,
): void {
  update(db).run({ id, status, file })
}

/** Counts an attempt that came to nothing. */
export function countMediaAttempt(db: Database, id: number): void {
  attempt(db).run({ id })
}

/** The hashes of every file that a message still points to, theirs or ours. */
export function mediaFiles(db: Database): ReadonlySet<string> {
  const theirs = selectFiles(db)
    .all({})
    .flatMap(({ file }) => file ?? [])
  return new Set([...theirs, ...sentHashes(db)])
}

type Status = MediaTable['status']
type From = { contactId: ContactId; lineId: LineId; messageId: MessageId; at: Iso }

const insertMedia = statement<From & MediaOffer & { status: Status }>()((query, arg) =>
  query.insertInto('media').values({
    contact_id: arg('contactId'),
    line_id: arg('lineId'),
    message_id: arg('messageId'),
    kind: arg('kind'),
    mime: arg('mime'),
    bytes: arg('bytes'),
    name: arg('name'),
    sha256: arg('sha256'),
    source: arg('source'),
    status: arg('status'),
    file: null,
    created_at: arg('at'),
  }),
)

const insertAd = statement<From & { raw: string }>()((query, arg) =>
  query.insertInto('ad_referrals').values({
    contact_id: arg('contactId'),
    line_id: arg('lineId'),
    message_id: arg('messageId'),
    raw: arg('raw'),
    created_at: arg('at'),
  }),
)

const media = (query: Query) =>
  query
    .selectFrom('media')
    .select(['id', 'line_id as lineId', 'message_id as messageId', 'kind', 'mime', 'bytes', 'name'])
    .select(['sha256', 'source', 'status', 'file', 'attempts'])

const selectById = statement<{ id: number }>()((query, arg) =>
  media(query).where('id', '=', arg('id')),
)

const countVoices = statement<{ contactId: ContactId; since: Iso }>()((query, arg) =>
  query
    .selectFrom('media')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('contact_id', '=', arg('contactId'))
    .where('kind', '=', 'audio')
    .where('created_at', '>', arg('since')),
)

const selectOffered = statement<{ limit: number }>()((query, arg) =>
  media(query)
    .where('status', '=', 'offered')
    .where('kind', '=', 'audio')
    .orderBy('id')
    .limit(arg('limit')),
)

const selectFiles = statement()((query) =>
  query.selectFrom('media').select('file').distinct().where('file', 'is not', null),
)

const update = statement<{ id: number; status: MediaTable['status']; file: string | null }>()(
  (query, arg) =>
    query
      .updateTable('media')
      .set({ status: arg('status'), file: arg('file') })
      .where('id', '=', arg('id')),
)

const attempt = statement<{ id: number }>()((query, arg) =>
  query
    .updateTable('media')
    .set((row) => ({ attempts: row('attempts', '+', 1) }))
    .where('id', '=', arg('id')),
)
