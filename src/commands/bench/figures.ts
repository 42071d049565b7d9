import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { App } from '../../app/app.js'
import { SIMULATOR } from '../../app/lines.js'
import { catchUpFigures } from '../../store/catch-up-figures.js'
import { ENTERED, fillAccounts } from '../../store/fill-accounts.js'
import { writeSetting } from '../../store/settings.js'
import { readConversation } from './conversation.js'
import { copyPeople } from './crowd.js'
import { createEcho, type Echo, inboundOf, openApp } from './target.js'

export type FiguresOptions = {
  readonly contacts: number
  /** Of each of them, both ways. */
  readonly messages: number
  /** Of somebody who talks while figures are asked for. */
  readonly turns: number
}

type Spread = { readonly p50Ms: number; readonly p99Ms: number; readonly worstMs: number }

type Spreads = { readonly [word: string]: Spread }

type FiguresLine = {
  readonly bench: 'figures'
  readonly contacts: number
  readonly messages: number
  readonly fileMb: number
  /** Until everybody is entered, and counted, for the first time: both go on beside the turns. */
  readonly firstFillS: number
  readonly firstCountS: number
  /** From the owner's word to its answer. */
  readonly words: Spreads
  /** The slowest answer of all, and which words ever took longer than an owner should wait. */
  readonly slowestMs: number
  readonly tooSlow: readonly string[]
  /** Every other word that shows something or names somebody. */
  readonly others: Spreads
  /** The turns of others by themselves, while a figure is asked for each second, and while each word is in turn. */
  readonly turnsAlone: Spread
  readonly turnsBeside: Spread
  readonly turnsBesideWords: Spread
}

const OWNER = '+573000000001'
const ROUNDS = 15
const EVERY_MS = 1_000
const AT_ONCE = 300
/** No answer to an owner may take longer. */
const WANTED_MS = 300

const script = z.object({
  /** People who really talk, and what becomes of them: the others are copies of these. */
  people: z.array(z.string()),
  opening: z.string(),
  ends: z.array(z.string().nullable()),
  hello: z.string(),
  /** What the owner asks for: figures, and words for which people are read. */
  words: z.array(z.string()),
  others: z.array(z.string()),
})
type Script = z.infer<typeof script>

function readScript(): Script {
  const url = new URL('../../../bench/figures.json', import.meta.url)
  return script.parse(JSON.parse(readFileSync(url, 'utf8')))
}

/** Fills a database with a business's year and asks for its figures in the chat. */
export async function benchFigures(options: FiguresOptions): Promise<FiguresLine> {
  const folder = mkdtempSync(join(tmpdir(), 'porquesi-bench-'))
  const path = join(folder, 'figures.db')
  const echo = createEcho()
  const app = await openApp(path, echo.channel)
  try {
    const say = createSay(app, echo)
    const told = readScript()
    copyPeople(app, await talk(say, told), options)
    app.db.raw.pragma('wal_checkpoint(TRUNCATE)')
    const firstFillS = enterEverybody(app)
    const firstCountS = countEverybody(app)
    // What was just written is on the disk before anything is timed.
    app.db.raw.pragma('wal_checkpoint(TRUNCATE)')
    const words = await askEach(say, told.words)
    const others = await askEach(say, told.others)
    const turnsAlone = await converse(say, options.turns, '0', null)
    const turnsBeside = await converse(say, options.turns, '1', () =>
      say(OWNER, told.words[0] ?? ''),
    )
    const every = endless([...told.words, ...told.others])
    const turnsBesideWords = await converse(say, options.turns, '2', () => say(OWNER, every()))
    return {
      bench: 'figures',
      contacts: options.contacts,
      messages: options.contacts * options.messages,
      fileMb: Math.round(statSync(path).size / 1024 / 1024),
      firstFillS,
      firstCountS,
      words,
      others,
      slowestMs: Math.max(...Object.values({ ...words, ...others }).map(({ worstMs }) => worstMs)),
      tooSlow: Object.entries({ ...words, ...others }).flatMap(([word, { worstMs }]) =>
        worstMs > WANTED_MS ? word : [],
      ),
      turnsAlone,
      turnsBeside,
      turnsBesideWords,
    }
  } finally {
    await app.settle()
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Says something from a phone; resolves with the ms until the first answer was handed over. */
type Say = (phone: string, text: string) => Promise<number>

function createSay(app: App, echo: Echo): Say {
  let count = 0
  return async (phone, text) => {
    count += 1
    const begun = performance.now()
    const answered = echo.answered(phone)
    await app.turns.receive(inboundOf(SIMULATOR, phone, `f.${count}`, text))
    await answered
    return performance.now() - begun
  }
}

async function talk(
  say: Say,
  { people, opening, ends, hello }: Script,
): Promise<readonly string[]> {
  await say(OWNER, hello)
  const phones = people.map((_, at) => `+57320000000${at}`)
  for (const [at, name] of people.entries()) {
    const phone = phones[at] ?? ''
    for (const text of readConversation()) await say(phone, text)
    await say(phone, opening.replace('{name}', name))
    const end = ends[at % ends.length] ?? null
    if (end !== null) await say(OWNER, end.replace('{name}', name))
  }
  return phones
}

/** One after the other, and again from the first. */
function endless(words: readonly string[]): () => string {
  let at = 0
  return () => {
    at += 1
    return words[(at - 1) % words.length] ?? ''
  }
}

/** Copies are rows and nothing else: how they are found is worked out of them, as of a database of before. */
function enterEverybody({ db }: App): number {
  const begun = performance.now()
  db.writeNow(() => writeSetting(db, ENTERED, ''))
  let isDone = false
  while (!isDone) {
    db.writeNow(() => {
      isDone = fillAccounts(db, AT_ONCE)
    })
  }
  return Math.round((performance.now() - begun) / 100) / 10
}

function countEverybody({ db, project }: App): number {
  const begun = performance.now()
  const { timeZone, currency } = project.business
  let isDone = false
  while (!isDone) {
    // Each portion commits by itself, as it does beside the turns.
    db.writeNow(() => {
      isDone = catchUpFigures(db, { timeZone, currency }, AT_ONCE)
    })
  }
  return Math.round((performance.now() - begun) / 100) / 10
}

async function askEach(say: Say, asked: readonly string[]): Promise<Spreads> {
  const words: { [word: string]: Spread } = {}
  for (const word of asked) {
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) times.push(await say(OWNER, word))
    words[word] = spreadOf(times)
  }
  return words
}

/** One turn after the other, of as many people as it takes; `beside` is done once a second meanwhile. */
async function converse(
  say: Say,
  turns: number,
  run: string,
  beside: (() => Promise<unknown>) | null,
): Promise<Spread> {
  const texts = readConversation()
  const times: number[] = []
  let isOver = false
  const aside = async (): Promise<void> => {
    while (beside !== null && !isOver) {
      await beside()
      await sleep(EVERY_MS)
    }
  }
  const asked = aside()
  for (let turn = 0; turn < turns; turn += 1) {
    const person = Math.floor(turn / texts.length)
    const phone = `+57340${run}${String(person).padStart(6, '0')}`
    times.push(await say(phone, texts[turn % texts.length] ?? ''))
  }
  isOver = true
  await asked
  return spreadOf(times)
}

function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number): number =>
    Number((sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1))
  return { p50Ms: at(0.5), p99Ms: at(0.99), worstMs: at(1) }
}
