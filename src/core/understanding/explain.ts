import { type Lexicon, vocabularyOf } from './lexicon.js'
import { readable, readScan } from './reader.js'
import { createScan, hitsOf, type Scan } from './scan.js'
import type { Found, Reading, ReadOptions } from './types.js'

/** Words that carried a reading: a phrase of the lexicon by its tag and value, or a number. */
export type Ground = {
  /** As in `data/lexicon`: `limit_before`, `answer`; `number` for a figure. */
  readonly tag: string
  /** What the phrase says there (`max`, `yes`), '' when it says nothing but its tag. */
  readonly value: string
  readonly said: string
  readonly span: readonly [start: number, end: number]
}

/** One thing that was read, with what it rests on. */
export type Explained = {
  /** A slot of `Reading`, `intent` or `cue`. */
  readonly slot: string
  readonly value: unknown
  readonly said: string
  readonly span: readonly [start: number, end: number]
  /** 0 to 1; intents and cues are there or not. */
  readonly confidence: number
  readonly grounds: readonly Ground[]
}

export type Explanation = { readonly reading: Reading; readonly explained: readonly Explained[] }

export type Explainer = (text: string, options: ReadOptions) => Explanation

const SLOTS = [
  'name',
  'organization',
  'sector',
  'size',
  'place',
  'email',
  'phone',
  'budget',
  'urgency',
  'authority',
  'yes',
  'nps',
] as const

/** The tags that each slot is read from: a word may stand in phrases of many others. */
const READ_FROM: { readonly [S in (typeof SLOTS)[number]]: readonly string[] } = {
  name: ['name_cue', 'name_cue_asked', 'name_cue_weak', 'name_cue_first', 'name_after'],
  organization: ['organization_cue'],
  sector: ['sector'],
  size: ['number', 'size_cue'],
  place: ['place_cue'],
  email: [],
  phone: ['phone_cue', 'number'],
  budget: [
    ...['number', 'currency', 'about', 'reach', 'correction', 'money_cue'],
    ...['limit_before', 'limit_after', 'no_budget', 'no_figure', 'instead', 'taken_back', 'per'],
    ...['currency_apart', 'currency_scaled', 'money_cue_after', 'stretch', 'stretch_after'],
  ],
  urgency: [
    ...['number', 'day', 'day_part', 'period', 'part', 'time_unit', 'holiday', 'next_before'],
    ...['week_after', 'date_before', 'date_after', 'urgency', 'urgency_asked', 'urgency_alone'],
    ...['nth', 'few', 'week_of', 'month_of', 'other_one', 'another_day', 'cue', 'answer'],
  ],
  authority: ['authority', 'authority_asked', 'authority_bare'],
  yes: ['answer', 'answer_asked', 'assent', 'negation'],
  nps: ['number', 'score'],
}

/** The reader once more, saying for each thing it read which words of the lexicon it rests on. */
export function createExplainer(lexicon: Lexicon): Explainer {
  return (text, options) => {
    const head = readable(text)
    const scan = createScan(head, vocabularyOf(lexicon, options.country), options)
    const reading = { ...readScan(scan), text }
    const grounds = groundsOf(scan)
    const explained = [...slotsOf(reading, grounds), ...signalsOf(scan, reading)]
    return { reading, explained: explained.sort((a, b) => a.span[0] - b.span[0]) }
  }
}

function slotsOf(reading: Reading, grounds: readonly Ground[]): readonly Explained[] {
  const single = SLOTS.flatMap((slot) => explain(slot, reading[slot], READ_FROM[slot], grounds))
  const many = reading.quantities.flatMap((one) =>
    explain('quantity', one, ['number', 'count_cue'], grounds),
  )
  return [...single, ...many]
}

function explain(
  slot: string,
  found: Found<unknown> | null,
  tags: readonly string[],
  grounds: readonly Ground[],
): readonly Explained[] {
  if (found === null) return []
  const within = grounds.filter(({ tag, span }) => tags.includes(tag) && contains(found.span, span))
  // "más de" within "no más de" was not what decided.
  const widest = within.filter((one) => !within.some((other) => isWider(other.span, one.span)))
  return [{ slot, ...found, grounds: widest }]
}

function contains(outer: Ground['span'], inner: Ground['span']): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1]
}

function isWider(outer: Ground['span'], inner: Ground['span']): boolean {
  return contains(outer, inner) && outer[1] - outer[0] > inner[1] - inner[0]
}

/** Intents and cues have no span of their own: that of the first phrase that says so. */
function signalsOf(scan: Scan, { intents, cues }: Reading): readonly Explained[] {
  const wanted = [
    ...intents.map((value) => ({ slot: 'intent', value, says: [value, `${value}_alone`] })),
    ...cues.map((value) => ({ slot: 'cue', value, says: [`${value}_alone`] })),
  ]
  return wanted.map(({ slot, value, says }) => {
    const phrases = says.flatMap((tag) => hitsOf(scan, tag))
    const named = slot === 'cue' ? hitsOf(scan, 'cue').filter((hit) => hit.value === value) : []
    const grounds = [...named, ...phrases].map((hit) => groundOf(scan, hit))
    const [first] = grounds
    const span = first?.span ?? ([0, 0] as const)
    return { slot, value, said: first?.said ?? '', span, confidence: 1, grounds }
  })
}

/** Every phrase and number of the message, in order. */
function groundsOf(scan: Scan): readonly Ground[] {
  const numbers = scan.numbers.map((num) => ({ ...num, tag: 'number', value: String(num.value) }))
  const phrases = [...scan.hits.values()].flat().filter(({ tag }) => tag !== 'number')
  return [...phrases, ...numbers]
    .map((one) => groundOf(scan, one))
    .sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])
}

type Words = { readonly tag: string; readonly value: string; from: number; to: number }

function groundOf({ text, tokens }: Scan, { tag, value, from, to }: Words): Ground {
  const start = tokens[from]?.start ?? 0
  const end = Math.max(start, tokens[to - 1]?.end ?? start)
  return { tag, value, said: text.slice(start, end), span: [start, end] }
}
