import { closeSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { createPlace, type Started } from '../commands/_product.js'

/** One hand-over to a phone, as that phone's own memory holds it. */
export type Line = {
  readonly seq: number
  readonly id: string
  readonly to: string
  readonly text: string
  readonly at: string
}

/** `after`: the phone that had just written, or null when nobody had and only time went by. */
export type Heard = Line & { readonly after: string | null }

/** The built bot as a town sees it: phones that write and hear, and a clock on the wall. */
export type Town = {
  now(): string
  /** One phone writes; everything that any phone hears because of it. */
  write(from: string, body: object): Promise<readonly Heard[]>
  /** Time goes by until then. */
  waitUntil(at: string): Promise<readonly Heard[]>
  /** SIGKILL, and a new start. */
  kill(): Promise<void>
  close(): Promise<void>
}

const MINUTE = 60_000

/** Starts the bot, or another `program`, in a folder of its own, on the clock of this machine. */
export async function openTown(program?: string): Promise<Town> {
  const place = createPlace(program)
  const ears = openEars(join(place.folder, 'taller-phones.jsonl'))
  let bot = await place.start({ SETTLE_MS: '0' })
  let now = (await call(bot, 'settle', {})).now
  return {
    now: () => now,
    write: async (from, body) => {
      await call(bot, 'messages', { from, ...body })
      now = (await call(bot, 'settle', {})).now
      return ears.fresh().map((line) => ({ ...line, after: from }))
    },
    waitUntil: async (at) => {
      const minutes = Math.floor((Date.parse(at) - Date.parse(now)) / MINUTE)
      if (minutes > 0) now = (await call(bot, 'clock', { advance: `PT${minutes}M` })).now
      return ears.fresh().map((line) => ({ ...line, after: null }))
    },
    kill: async () => {
      process.kill(bot.pid, 'SIGKILL')
      await bot.ended
      bot = await place.start({ SETTLE_MS: '0' })
    },
    close: () => place.close(),
  }
}

async function call(bot: Started, path: string, body: object): Promise<{ readonly now: string }> {
  const response = await fetch(`${bot.url}/simulator/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${path} ${JSON.stringify(body)}: ${text}`)
  return JSON.parse(text)
}

/** Reads what was added to the phones' memory since it was last looked at. */
function openEars(path: string) {
  let offset = 0
  return {
    fresh: (): readonly Line[] => {
      const text = readFrom(path, offset)
      const end = text.lastIndexOf('\n') + 1
      offset += Buffer.byteLength(text.slice(0, end))
      return text
        .slice(0, end)
        .split('\n')
        .filter((line) => line !== '')
        .map((line): Line => JSON.parse(line))
    },
  }
}

const CHUNK = 1 << 16

function readFrom(path: string, offset: number): string {
  const file = openSync(path, 'r')
  try {
    const parts: Buffer[] = []
    for (let at = offset; ; ) {
      const part = Buffer.alloc(CHUNK)
      const read = readSync(file, part, 0, CHUNK, at)
      if (read === 0) return Buffer.concat(parts).toString('utf8')
      parts.push(part.subarray(0, read))
      at += read
    }
  } finally {
    closeSync(file)
  }
}
