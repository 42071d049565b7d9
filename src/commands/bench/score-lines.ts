import type { Budget } from '../../core/types.js'
import { toDay } from '../../core/understanding/civil.js'
import type { Reader, Reading } from '../../core/understanding/types.js'
import { bucketOf } from '../../core/understanding/urgency.js'

type Gold = {
  readonly intent?: string | readonly string[]
  readonly budget?: Budget
  readonly urgency?: string
  readonly days?: readonly [number, number | null] | null
  readonly authority?: string
  readonly yes?: boolean | null
  readonly nps?: number | null
  readonly name?: string | readonly string[]
}
export type Line = {
  readonly id: string
  readonly text: string
  readonly context: 'budget' | 'urgency' | 'authority' | 'need' | 'name' | 'yesno' | 'nps' | 'open'
  readonly country: string
  readonly currencyDefault: string
  readonly reference: string
  readonly gold: Gold
  readonly skip?: readonly string[]
  readonly tags?: readonly string[]
}
type Tally = { right: number; total: number }
type Score = {
  readonly slots: Map<string, Tally>
  readonly misses: string[]
  readonly total: number
}

/** Scores a reader on labelled lines, slot by slot, as data/UTTERANCES.md says. */
export function scoreLines(reader: Reader, lines: readonly Line[]): Score {
  const slots = new Map<string, Tally>()
  const misses: string[] = []
  for (const line of lines) {
    const reading = reader(line.text, {
      question: line.context,
      country: line.country,
      today: dayOf(line.reference),
    })
    const wrong: string[] = []
    for (const [slot, right] of verdicts(line, reading)) {
      count(slots, slot, right)
      if (!right && !slot.includes(':')) wrong.push(slot)
    }
    count(slots, 'whole utterance', wrong.length === 0)
    if (wrong.length > 0)
      misses.push(`${line.id} ${line.text} [${line.context}]: ${wrong.join(', ')}`)
  }
  return { slots, misses, total: lines.length }
}

export function share(score: Score, slot: string): number {
  const tally = score.slots.get(slot)
  return tally === undefined || tally.total === 0 ? 1 : tally.right / tally.total
}

function count(slots: Map<string, Tally>, slot: string, right: boolean): void {
  const tally = slots.get(slot) ?? { right: 0, total: 0 }
  slots.set(slot, { right: tally.right + (right ? 1 : 0), total: tally.total + 1 })
}

export function dayOf(reference: string): number {
  const [year = 0, month = 0, day = 0] = reference.slice(0, 10).split('-').map(Number)
  return toDay(year, month, day)
}

function* verdicts(line: Line, reading: Reading): Generator<[string, boolean]> {
  const { gold } = line
  const skip = new Set(line.skip ?? [])
  if (!skip.has('budget')) yield* budget(line, reading)
  if (!skip.has('urgency')) {
    if (gold.urgency === undefined) yield ['urgency (absent)', reading.urgency === null]
    else {
      yield ['urgency', reading.urgency?.value.bucket === gold.urgency]
      if (gold.days && !skip.has('days'))
        yield ['urgency:deadline days', isDeadline(gold.days, reading)]
    }
  }
  if (!skip.has('authority')) {
    if (gold.authority === undefined) yield ['authority (absent)', reading.authority === null]
    else yield ['authority', reading.authority?.value === gold.authority]
  }
  if (gold.yes !== undefined && !skip.has('yes')) {
    yield ['yes', (reading.yes?.value ?? null) === gold.yes]
  }
  if (!skip.has('nps')) {
    if (gold.nps === undefined) yield ['nps (absent)', reading.nps === null]
    else yield ['nps', (reading.nps?.value ?? null) === gold.nps]
  }
  if (!skip.has('name')) {
    if (gold.name === undefined) yield ['name (absent)', reading.name === null]
    else
      yield ['name', listOf(gold.name).some((n) => plain(n) === plain(reading.name?.value ?? ''))]
  }
  if (gold.intent !== undefined && !skip.has('intent')) {
    const accepted = listOf(gold.intent)
    yield [
      accepted.includes('none') ? 'intent (none)' : 'intent',
      accepted.includes(reading.intent),
    ]
  }
}

function* budget(line: Line, reading: Reading): Generator<[string, boolean]> {
  const { gold } = line
  const read = reading.budget?.value ?? null
  if (gold.budget === undefined) yield ['budget (absent)', read === null]
  else {
    const same = (a: number | null, b: number | null) =>
      a === null || b === null ? a === b : Math.abs(a - b) <= Math.abs(b) * 0.005
    const right =
      read !== null &&
      read.none === gold.budget.none &&
      same(read.min, gold.budget.min) &&
      same(read.max, gold.budget.max) &&
      (read.currency ?? line.currencyDefault) === (gold.budget.currency ?? line.currencyDefault)
    yield ['budget', right]
  }
}

function isDeadline(gold: readonly [number, number | null], reading: Reading): boolean {
  const days = reading.urgency?.value.days ?? null
  if (days === null) return false
  const wanted = gold[1] ?? gold[0]
  const got = days[1] ?? days[0]
  const slack = wanted < 2 ? 0 : wanted < 7 ? 1 : Math.max(2, wanted * 0.1)
  return Math.abs(got - wanted) <= slack && bucketOf(got) === reading.urgency?.value.bucket
}

function listOf(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value
}

function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
