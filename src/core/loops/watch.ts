import { elapsed, isoOf } from '../schedule/local-time.js'
import { MINUTE } from '../schedule/units.js'
import type { Iso } from '../types.js'
import type { LoopRules } from './rules.js'

/** What is remembered of a chat in order to notice that nobody talks there. */
export type LoopMemory = {
  /** When messages came lately that another machine may have written. */
  readonly idle: readonly Iso[]
  /** When texts came lately that sound like an automatic answer. */
  readonly automatic: readonly Iso[]
  /** The last text, how often it came in a row, and when it came last; null before the first. */
  readonly last: string
  readonly times: number
  readonly lastAt: Iso | null
  /** Their messages within a minute, and our answers within an hour. */
  readonly heard: Tally
  readonly answered: Tally
}

/** So many since then. */
type Tally = { readonly since: Iso | null; readonly n: number }

/** Why the bot falls silent. */
export type LoopReason =
  | { readonly kind: 'machine'; readonly said: string }
  | { readonly kind: 'idle'; readonly n: number }
  | { readonly kind: 'same'; readonly n: number; readonly said: string }
  | { readonly kind: 'flood'; readonly n: number }
  | { readonly kind: 'endless'; readonly n: number }

/** One burst of theirs, once it is known what it led to. */
export type Watched = {
  readonly now: Iso
  readonly text: string
  readonly folded: string
  /** It told, asked or settled something. */
  readonly ledSomewhere: boolean
  /** It sounds like an automatic answer. */
  readonly automatic: boolean
  /** It came sooner than a person can have typed it. */
  readonly tooFast: boolean
  /** A short answer to a question: people say "sí" to one after another. */
  readonly short: boolean
}

export const NO_LOOP: LoopMemory = {
  idle: [],
  automatic: [],
  last: '',
  times: 0,
  lastAt: null,
  heard: { since: null, n: 0 },
  answered: { since: null, n: 0 },
}

/** Stands for whoever silenced a chat where no person did. */
export const BY_LOOP = '@loop'

const HOUR = 60 * MINUTE
const TEN_MINUTES = 10 * MINUTE
/** As often as `sameText`, twice over. */
const SHORT_FACTOR = 2

type Seen = { readonly memory: LoopMemory; readonly reason: LoopReason | null }

/** Takes note of a burst that was heard; a reason: here the bot had better fall silent. */
export function watch(memory: LoopMemory, heard: Watched, rules: LoopRules): Seen {
  const { now, folded } = heard
  const same = memory.last === folded && isWithin(memory.lastAt, now, TEN_MINUTES)
  const suspect = !heard.ledSomewhere || heard.automatic || heard.tooFast
  const automatic = recent(memory.automatic, now, TEN_MINUTES, heard.automatic)
  const idle = suspect || same ? recent(memory.idle, now, MINUTE, suspect) : []
  const times = suspect || same ? (same ? Math.max(1, memory.times) + 1 : 1) : 0
  const { heard: inMinute, answered } = memory
  const after = { idle, automatic, last: folded, times, lastAt: now, heard: inMinute, answered }
  return { memory: after, reason: reasonOf(after, heard, rules) }
}

/** Takes note of how many messages came; a reason: more than a person writes. */
export function watchFlood(memory: LoopMemory, n: number, now: Iso, rules: LoopRules): Seen {
  const heard = counted(memory.heard, n, now, MINUTE)
  const reason: LoopReason | null =
    heard.n > rules.messagesInMinute ? { kind: 'flood', n: heard.n } : null
  return { memory: { ...memory, heard }, reason }
}

/** Takes note of an answer of ours about to be given; a reason: it is one too many. */
export function watchAnswers(memory: LoopMemory, now: Iso, rules: LoopRules): Seen {
  const answered = counted(memory.answered, 1, now, HOUR)
  const tooMany = answered.n > rules.ownAnswersInHour
  const reason: LoopReason | null = tooMany ? { kind: 'endless', n: answered.n - 1 } : null
  return { memory: { ...memory, answered }, reason }
}

/** Until when it is silent for that reason. */
export function quietUntil({ kind }: LoopReason, now: Iso, rules: LoopRules): Iso {
  const ms = kind === 'flood' ? rules.floodMinutes * MINUTE : rules.quietHours * HOUR
  return isoOf(Date.parse(now) + ms)
}

function reasonOf(
  { idle, automatic, times }: LoopMemory,
  { automatic: isAutomatic, ledSomewhere, short, text }: Watched,
  rules: LoopRules,
): LoopReason | null {
  if (isAutomatic && automatic.length >= rules.automaticTexts)
    return { kind: 'machine', said: text }
  const most = short ? rules.sameText * SHORT_FACTOR : rules.sameText
  if (times >= most) return { kind: 'same', n: times, said: text }
  if (idle.length < rules.answersInMinute) return null
  return ledSomewhere ? { kind: 'machine', said: text } : { kind: 'idle', n: idle.length }
}

function recent(times: readonly Iso[], now: Iso, ms: number, one: boolean): readonly Iso[] {
  const kept = times.filter((at) => isWithin(at, now, ms))
  return one ? [...kept, now] : kept
}

function counted({ since, n }: Tally, more: number, now: Iso, ms: number): Tally {
  return since !== null && isWithin(since, now, ms)
    ? { since, n: n + more }
    : { since: now, n: more }
}

function isWithin(at: Iso | null, now: Iso, ms: number): boolean {
  return at !== null && elapsed(at, now) < ms
}
