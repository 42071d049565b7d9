import { closeSync, cpSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createPlace, ROOT } from '../commands/_product.js'
import { BOGOTA, type Place } from './calendar.js'
import { type Fault, rewrite } from './faults.js'
import { memoryFolder } from './memory-folder.js'
import { openPost } from './post.js'

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
  readonly place: Place
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

/**
 * Starts the bot, or another `program`, in a folder of its own, on the clock of this machine, for a shop
 * that stands there. `faults` are planted in its flows.
 */
export async function openTown(
  place: Place = BOGOTA,
  program?: string,
  faults: Fault['flows'] = [],
): Promise<Town> {
  const house = createPlace(program, memoryFolder())
  const { post, close } = openPost()
  const ears = openEars(join(house.folder, 'taller-phones.jsonl'))
  const env = { SETTLE_MS: '0', FLOWS_DIR: flowsIn(house.folder, place, faults) }
  let bot = await house.start(env)
  const call = async (path: string, body: object): Promise<string> => {
    const answer = JSON.parse(await post(`${bot.url}/simulator/${path}`, body))
    return answer.now
  }
  let now = await call('settle', {})
  return {
    place,
    now: () => now,
    write: async (from, body) => {
      await call('messages', { from, ...body })
      now = await call('settle', {})
      return ears.fresh().map((line) => ({ ...line, after: from }))
    },
    waitUntil: async (at) => {
      const minutes = Math.floor((Date.parse(at) - Date.parse(now)) / MINUTE)
      if (minutes > 0) now = await call('clock', { advance: `PT${minutes}M` })
      return ears.fresh().map((line) => ({ ...line, after: null }))
    },
    kill: async () => {
      process.kill(bot.pid, 'SIGKILL')
      await bot.ended
      bot = await house.start(env)
    },
    close: () => {
      close()
      return house.close()
    },
  }
}

/** The shop as it is shipped, standing somewhere else. */
function flowsIn(
  folder: string,
  { country, zone, currency }: Place,
  faults: Fault['flows'],
): string {
  const flows = join(folder, 'flows')
  cpSync(join(ROOT, 'flows'), flows, { recursive: true })
  const path = join(flows, 'business.yaml')
  const text = readFileSync(path, 'utf8')
    .replace(/^country: .*$/m, `country: ${country}`)
    .replace(/^timeZone: .*$/m, `timeZone: ${zone}`)
    .replace(/^currency: .*$/m, `currency: ${currency}`)
  writeFileSync(path, text)
  for (const { file, ...edit } of faults) rewrite(join(flows, file), edit)
  return flows
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
