import { canBe } from '../core/file-type.js'
import type { MediaOffer } from '../core/types.js'
import type { Log } from '../log.js'
import {
  countMediaAttempt,
  markMedia,
  mediaById,
  mediaFiles,
  offeredVoices,
  type StoredMedia,
} from '../store/media.js'
import type { MediaFiles } from '../store/media-files.js'
import type { Database } from '../store/sqlite/database.js'
import { createRetries } from './retries.js'

export type MediaKeeper = {
  /** Fetches the voice notes that are not here yet. */
  wake(): void
  /** Fetches the file of one message, if it is not here; where it stands, or null where it cannot be had. */
  fetch(id: number): Promise<string | null>
  /**
   * Keeps a file of ours. `written` writes down whose it is, in a write job, before anything is swept
   * away; null where the disk refuses.
   */
  put(bytes: AsyncIterable<Uint8Array>, written: (file: string) => void): Promise<string | null>
  /** Where a kept file stands; null for one that is not here. */
  pathOf(file: string): string | null
  /** Removes the files that belong to nobody any more. */
  sweep(): void
  idle(): Promise<void>
  close(): Promise<void>
}

type MediaKeeperOptions = {
  readonly db: Database
  readonly files: MediaFiles
  readonly log: Pick<Log, 'warn'>
  readonly download: (offer: MediaOffer) => Promise<AsyncIterable<Uint8Array> | null>
}

/** More of one kind is refused, whatever the message says of its size. */
const MOST_BYTES: { readonly [kind in MediaOffer['kind']]: number } = {
  audio: 16 * 1024 ** 2,
  image: 16 * 1024 ** 2,
  sticker: 1024 ** 2,
  video: 64 * 1024 ** 2,
  document: 64 * 1024 ** 2,
}
/** Not here yet, and not known to be nowhere. */
const ASKABLE: readonly StoredMedia['status'][] = ['offered', 'deferred']
const AT_ONCE = 20
const ATTEMPTS = 5
const RETRY_MS = 60_000

/** Brings files here, one after the other: voice notes by itself, anything else when it is asked for. */
export function createMediaKeeper(options: MediaKeeperOptions): MediaKeeper {
  const { db, files, log } = options
  const retries = createRetries()
  let tail: Promise<unknown> = Promise.resolve()
  let closed = false
  const queue = <T>(job: () => Promise<T>): Promise<T> => {
    const done = tail.then(job)
    tail = done.catch((error: unknown) => log.warn({ error }, 'media not kept'))
    return done
  }
  const voices = async (): Promise<void> => {
    for (const voice of offeredVoices(db, AT_ONCE)) {
      if (closed) return
      // Later ones would fare no better now.
      if (!(await bring(options, voice))) return retries.later(RETRY_MS, wake)
    }
  }
  const wake = (): void => {
    queue(voices).catch(() => {})
  }
  return {
    wake,
    fetch: (id) =>
      queue(async () => {
        const wanted = mediaById(db, id)
        if (wanted !== null && ASKABLE.includes(wanted.status)) await bring(options, wanted)
        const file = mediaById(db, id)?.file ?? null
        return file === null ? null : files.pathOf(file)
      }),
    put: (bytes, written) => queue(() => put(options, bytes, written)),
    pathOf: files.pathOf,
    sweep: () => {
      queue(async () => files.sweep(mediaFiles(db))).catch(() => {})
    },
    idle: async () => void (await tail),
    close: async () => {
      closed = true
      retries.stop()
      await tail
    },
  }
}

async function put(
  { db, files, log }: MediaKeeperOptions,
  bytes: AsyncIterable<Uint8Array>,
  written: (file: string) => void,
): Promise<string | null> {
  const kept = await files.keep(bytes, OURS)
  if (!kept.ok) {
    log.warn({ problem: kept.error.kind }, 'file of ours not kept')
    return null
  }
  await db.write(() => written(kept.file))
  return kept.file
}

/** As much as WhatsApp takes. */
const OURS = { mostBytes: 64 * 1024 ** 2, accepts: () => true, sha256: null }

/** False where it is worth trying again later. */
async function bring(
  { db, files, log, download }: MediaKeeperOptions,
  media: StoredMedia,
): Promise<boolean> {
  const { id, kind } = media
  const end = async (status: StoredMedia['status'], file: string | null): Promise<true> => {
    await db.write(() => markMedia(db, id, status, file))
    return true
  }
  if (media.bytes !== null && media.bytes > MOST_BYTES[kind]) return end('refused', null)
  const bytes = await download(media).catch((cause: unknown) => ({ cause }))
  if (bytes === null) return end('gone', null)
  const kept =
    'cause' in bytes
      ? ({ ok: false, error: { kind: 'cut', cause: bytes.cause } } as const)
      : await files.keep(bytes, rulesOf(media))
  if (kept.ok) return end('kept', kept.file)
  const problem = kept.error.kind
  log.warn({ media: id, problem }, 'media not kept')
  if (problem !== 'cut' && problem !== 'disk_full') return end('refused', null)
  if (problem === 'cut') {
    if (media.attempts + 1 >= ATTEMPTS) return end('gone', null)
    await db.write(() => countMediaAttempt(db, id))
  }
  return false
}

function rulesOf({ kind, sha256 }: StoredMedia) {
  const accepts = (head: Uint8Array): boolean => canBe(kind, head)
  return { mostBytes: MOST_BYTES[kind], accepts, sha256 }
}
