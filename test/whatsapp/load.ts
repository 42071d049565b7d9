import { type Bots, createBots, type Telling } from './crash/bot.js'
import { freePort } from './crash/free-port.js'
import { createPeople, type Person, write } from './crash/people.js'
import { createWhatsAppDouble, type WhatsAppDouble } from './double/whatsapp-double.js'

export type LoadSize = {
  readonly messages: number
  readonly people: number
  /** How many write at once, each waiting until the last message was taken. */
  readonly together: number
  readonly reconnects: number
}

export type Load = {
  readonly messages: number
  readonly perSecond: number
  /** From before a message is sealed until the double sees the blue ticks, which follow the turn's commit. */
  readonly p50Ms: number
  readonly p99Ms: number
  /** Resident memory of the bot just after it was linked; then of one that was started linked: at rest, after each tenth of the messages, after the reconnects. */
  readonly linkedMb: number
  readonly restMb: number
  readonly tenthsMb: readonly number[]
  readonly reconnectedMb: number
  /** What it holds at the same moments: at rest, after each tenth, after the reconnects. */
  readonly held: readonly number[]
}

type Line = {
  readonly double: WhatsAppDouble
  readonly bots: Bots
  readonly bot: Telling
  readonly size: LoadSize
}

/** Many messages through one line, and then many reconnects. */
export async function driveLoad(size: LoadSize): Promise<Load> {
  const double = await createWhatsAppDouble()
  const bots = createBots(double.url, await freePort())
  try {
    const first = bots.startTelling()
    await double.scan(await bots.qr())
    await bots.until('open')
    const linkedMb = await bots.memoryMb()
    await first.stop()
    const bot = bots.startTelling()
    await bots.until('open')
    const restMb = await bots.memoryMb()
    const atRest = await bot.heldMb()
    const { tenthsHeld, ...written } = await writeAll({ double, bots, bot, size })
    await reconnect({ double, bots, bot, size })
    const reconnectedMb = await bots.memoryMb()
    return {
      ...written,
      linkedMb,
      restMb,
      reconnectedMb,
      held: [atRest, ...tenthsHeld, await bot.heldMb()],
    }
  } finally {
    await bots.close()
    await double.close()
  }
}

async function writeAll({ double, bots, bot, size }: Line) {
  const people = createPeople(double, size.people)
  const read = watchRead(double)
  const took: number[] = []
  const tenthsMb: number[] = []
  const tenthsHeld: number[] = []
  const tenth = Math.ceil(size.messages / 10)
  let left = size.messages
  const writeOn = async (mine: readonly Person[]): Promise<void> => {
    for (let turn = 0; left > 0; turn += 1) {
      const person = mine[turn % mine.length]
      if (person === undefined) return
      left -= 1
      const begun = performance.now()
      await read(write(person))
      took.push(performance.now() - begun)
      if (took.length % tenth > 0) continue
      tenthsMb.push(await bots.memoryMb())
      tenthsHeld.push(await bot.heldMb())
    }
  }
  const begun = performance.now()
  await Promise.all(
    Array.from({ length: size.together }, (_, lane) =>
      writeOn(people.filter((_person, at) => at % size.together === lane)),
    ),
  )
  const perSecond = Math.round((took.length * 1000) / (performance.now() - begun))
  const sorted = took.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0)
  return { messages: took.length, perSecond, p50Ms: at(0.5), p99Ms: at(0.99), tenthsMb, tenthsHeld }
}

/** Resolves when a message is shown as read. */
function watchRead(double: WhatsAppDouble): (id: string) => Promise<void> {
  const waiting = new Map<string, () => void>()
  // Never found: it only looks at each entry as it comes.
  const look = (entry: WhatsAppDouble['ledger'][number]): false => {
    if (entry.kind !== 'receipt' || entry.type !== 'read') return false
    for (const id of entry.ids) waiting.get(id)?.()
    return false
  }
  double.waitFor(look, 2 ** 31 - 1).catch(() => undefined)
  return (id) =>
    new Promise((resolve) => {
      waiting.set(id, () => {
        waiting.delete(id)
        resolve()
      })
    })
}

async function reconnect({ double, bots, size }: Line): Promise<void> {
  for (let times = 0; times < size.reconnects; times += 1) {
    double.drop()
    await bots.until('reconnecting')
    await bots.reconnect()
    await bots.until('open')
  }
}
