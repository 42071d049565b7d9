import { strung } from '../business/quote.js'
import type { Business } from '../business/types.js'
import { type Messages, message } from '../messages.js'
import { untilParams } from '../schedule/held-text.js'
import { HOUR } from '../schedule/units.js'
import type { Iso } from '../types.js'
import {
  type Governing,
  isAnswer,
  isUnasked,
  type SentLately,
  sentWithin,
  warmed,
  warmth,
} from './governor.js'

/** How a line stands, for whoever asks: what it sent lately, what it may send, and what waits. */
export type LineCare = {
  readonly governing: Governing
  /** Whether the limits hold on it: not on the simulator, unless the business says so. */
  readonly spared: boolean
  readonly held: readonly HeldLine[]
  /** Messages of the last day that went to nobody, since whoever they were for never wrote. */
  readonly dropped: number
  /** Chats in which the bot fell silent by itself. */
  readonly silent: readonly SilentChat[]
  /** Until when answers are only rehearsed; null while they are not. */
  readonly rehearsal: Iso | null
}

type SilentChat = { readonly who: string; readonly until: Iso }

type HeldLine = { readonly who: string; readonly reason: string; readonly until: Iso }

type Words = {
  readonly business: Pick<Business, 'country' | 'timeZone'>
  readonly messages: Messages
}

const DAY = 24 * HOUR
/** More is no list. */
const MOST_LISTED = 9

/** One sentence for each thing the number is spared by, with how things stand. */
export function careSentences(care: LineCare, words: Words): readonly string[] {
  const { governing, spared, dropped, rehearsal } = care
  const { messages } = words
  const { rules, lockedUntil, now } = governing
  const say = (key: string, params: Params = {}) => message(messages, key, params)
  const count = (ms: number, counts: Counts) => sentWithin(governing, ms, counts).length
  const locked = lockedUntil !== null && lockedUntil > now
  return [
    // Nothing else counts while nobody is written to.
    ...(rehearsal === null
      ? []
      : [say('owner.line.rehearsal', untilParams(rehearsal, words.business, messages))]),
    ...(spared ? [] : [say('owner.line.simulated')]),
    locked
      ? say('owner.line.locked', untilParams(lockedUntil, words.business, messages))
      : say('owner.line.free'),
    say('owner.line.answers', {
      hour: count(HOUR, isAnswer),
      hourMost: rules.answersPerHour,
      day: count(DAY, isAnswer),
      dayMost: rules.answersPerDay,
    }),
    say('owner.line.unasked', {
      hour: count(HOUR, isUnasked),
      hourMost: warmed(rules.unaskedPerHour, governing),
      day: count(DAY, isUnasked),
      dayMost: warmed(rules.unaskedPerDay, governing),
    }),
    say('owner.line.first', {
      day: count(DAY, ({ first }) => first),
      most: warmed(rules.firstContactsPerDay, governing),
    }),
    ...(dropped > 0 ? [say('owner.line.dropped', { n: dropped })] : []),
    ...warming(governing, messages),
    say('owner.line.same', { most: rules.sameTextPerHour }),
    say('owner.line.pace', { n: rules.chatSeconds }),
    ...silence(care, words),
  ]
}

type Params = { readonly [name: string]: string | number }
type Counts = (one: SentLately) => boolean

/** `línea`: all of it as one message. */
export function lineText(care: LineCare, words: Words): string {
  const lines = careSentences(care, words).map((text) =>
    message(words.messages, 'owner.line.item', { text }),
  )
  return [message(words.messages, 'owner.line.title'), ...lines, ...heldLines(care, words)].join(
    '\n',
  )
}

/** Whoever a message waits for, with why and until when. */
export function heldLines({ held }: LineCare, words: Words): readonly string[] {
  const { messages } = words
  if (held.length === 0) return [message(messages, 'owner.line.none_held')]
  const shown = held
    .slice(0, MOST_LISTED)
    .map(({ who, reason, until }) =>
      message(messages, 'owner.line.held', { who, why: heldSentence(reason, until, words) }),
    )
  return [message(messages, 'owner.line.held_title', { n: held.length }), ...shown]
}

/** The chats that the bot left by itself, with until when each. */
function silence({ silent }: LineCare, { business, messages }: Words): readonly string[] {
  if (silent.length === 0) return []
  const chats = silent.slice(0, MOST_LISTED).map(({ who, until }) =>
    message(messages, 'owner.line.silent_chat', {
      ...untilParams(until, business, messages),
      who,
    }),
  )
  const more = silent.length - chats.length
  const others = more > 0 ? [message(messages, 'owner.line.lifted_others', { n: more })] : []
  const who = strung([...chats, ...others], messages)
  return [message(messages, 'owner.line.silent', { who })]
}

function heldSentence(reason: string, until: Iso, { business, messages }: Words): string {
  return message(messages, reason, untilParams(until, business, messages))
}

function warming(governing: Governing, messages: Messages): readonly string[] {
  const { rules, now, linkedAt } = governing
  if (warmth(governing) === 1) return []
  const n = Math.floor((Date.parse(now) - Date.parse(linkedAt)) / DAY) + 1
  return [message(messages, 'owner.line.warming', { n, days: rules.warmUpDays })]
}
