import type { NumberRules } from '../business/number.js'
import { isoOf } from '../schedule/local-time.js'
import { HOUR } from '../schedule/units.js'
import type { ContactId, Iso } from '../types.js'

/** Message keys: `governedText` puts them into words. */
export type GovernorReason =
  | 'held.locked'
  | 'held.cold'
  | 'held.first_contacts'
  | 'held.hour_budget'
  | 'held.day_budget'
  | 'held.warm_up'
  | 'held.same_text'

/** `reply` answers, `person` is an owner's word, `notice` goes to the business's own people. */
export type Occasion = 'reply' | 'proactive' | 'person' | 'notice'

/** A message that left, as far as limits ask. */
export type SentLately = {
  readonly at: Iso
  readonly contactId: ContactId
  readonly occasion: Occasion
  readonly text: string
  /** They had never written. */
  readonly first: boolean
}

export type Governing = {
  readonly now: Iso
  readonly rules: NumberRules
  /** Since when the number is linked. */
  readonly linkedAt: Iso
  /** Until then WhatsApp lets the number open no chats. */
  readonly lockedUntil: Iso | null
  /** What left in the last day, oldest first. */
  readonly sent: readonly SentLately[]
}

/** A message about to leave. */
export type Leaving = {
  readonly contactId: ContactId
  readonly occasion: Occasion
  readonly text: string
  /** Whether this person ever wrote on the line. */
  readonly wrote: boolean
}

export type Governed =
  | { readonly kind: 'go'; readonly pauseMs: number }
  | { readonly kind: 'wait'; readonly until: Iso; readonly reason: GovernorReason }
  | { readonly kind: 'never'; readonly reason: GovernorReason }

const DAY = 24 * HOUR
/** WhatsApp itself shows no typing for less. */
const LEAST_TYPING = 600
/** What is so short is said alike to many by chance. */
const SHORT_TEXT = 40

/**
 * What a linked number may send now: the one function asked before a message leaves on it. Its own
 * people's news passes always; answers are held only by budgets no shop should reach.
 */
export function govern(leaving: Leaving, governing: Governing): Governed {
  if (leaving.occasion === 'notice') return { kind: 'go', pauseMs: 0 }
  if (!leaving.wrote && leaving.occasion === 'proactive') {
    return { kind: 'never', reason: 'held.cold' }
  }
  const hold = lockOf(leaving, governing) ?? longest(budgetsOf(leaving, governing))
  if (hold !== null) return { kind: 'wait', ...hold }
  return { kind: 'go', pauseMs: pauseOf(leaving, governing) }
}

/** How much of its limits a new number may use: all of it once it is warm. */
export function warmth({ now, linkedAt, rules }: Governing): number {
  const days = Math.max(0, Math.floor((Date.parse(now) - Date.parse(linkedAt)) / DAY))
  return Math.min(1, (days + 1) / (rules.warmUpDays + 1))
}

/** What a limit comes to on this day of a new number. */
export function warmed(limit: number, governing: Governing): number {
  return Math.max(1, Math.floor(limit * warmth(governing)))
}

/** Messages of these occasions since so many ms. */
export function sentWithin(
  { sent, now }: Pick<Governing, 'sent' | 'now'>,
  ms: number,
  counts: (one: SentLately) => boolean,
): readonly SentLately[] {
  const since = Date.parse(now) - ms
  return sent.filter((one) => Date.parse(one.at) > since && counts(one))
}

export function isUnasked({ occasion }: Pick<SentLately, 'occasion'>): boolean {
  return occasion === 'proactive'
}

export function isAnswer({ occasion }: Pick<SentLately, 'occasion'>): boolean {
  return occasion === 'reply' || occasion === 'person'
}

type Hold = { readonly until: Iso; readonly reason: GovernorReason }

/** Whoever wrote is answered all the same: their chat is open. */
function lockOf({ occasion, wrote }: Leaving, { lockedUntil, now }: Governing): Hold | null {
  if (lockedUntil === null || lockedUntil <= now) return null
  return occasion === 'reply' || (occasion === 'person' && wrote)
    ? null
    : { until: lockedUntil, reason: 'held.locked' }
}

function budgetsOf(leaving: Leaving, governing: Governing): readonly (Hold | null)[] {
  const { rules } = governing
  const { occasion, wrote, text } = leaving
  if (occasion === 'reply') return answerBudgets(governing)
  const same =
    text.length < SHORT_TEXT
      ? null
      : full(governing, HOUR, rules.sameTextPerHour, 'held.same_text', (one) =>
          isSame(one, leaving),
        )
  if (occasion === 'person') {
    const most = warmed(rules.firstContactsPerDay, governing)
    const first = full(governing, DAY, most, 'held.first_contacts', (one) => one.first)
    return [...answerBudgets(governing), wrote ? null : first, same]
  }
  const isCold = warmth(governing) < 1
  const [hour, day] = [rules.unaskedPerHour, rules.unaskedPerDay].map((n) => warmed(n, governing))
  return [
    full(governing, HOUR, hour ?? 1, isCold ? 'held.warm_up' : 'held.hour_budget', isUnasked),
    full(governing, DAY, day ?? 1, isCold ? 'held.warm_up' : 'held.day_budget', isUnasked),
    same,
  ]
}

function answerBudgets(governing: Governing): readonly (Hold | null)[] {
  const { answersPerHour, answersPerDay } = governing.rules
  return [
    full(governing, HOUR, answersPerHour, 'held.hour_budget', isAnswer),
    full(governing, DAY, answersPerDay, 'held.day_budget', isAnswer),
  ]
}

/** Null while there is room; else when the oldest of so many falls out of the window. */
function full(
  governing: Governing,
  ms: number,
  most: number,
  reason: GovernorReason,
  counts: (one: SentLately) => boolean,
): Hold | null {
  const counted = sentWithin(governing, ms, counts)
  const oldest = counted.at(-most)
  if (counted.length < most || oldest === undefined) return null
  return { until: isoOf(Date.parse(oldest.at) + ms), reason }
}

function isSame(one: SentLately, { text, contactId }: Leaving): boolean {
  return one.text === text && one.contactId !== contactId && one.occasion !== 'notice'
}

function longest(holds: readonly (Hold | null)[]): Hold | null {
  return holds.reduce((a, b) => (a === null || (b !== null && b.until > a.until) ? b : a), null)
}

/** As long as a person types, and never two messages to one person in the same breath. */
function pauseOf({ contactId, text }: Leaving, { rules, sent, now }: Governing): number {
  const typing = LEAST_TYPING + (text.length / rules.typingPerSecond) * 1000
  const last = sent.findLast((one) => one.contactId === contactId)?.at
  const since = last === undefined ? Number.POSITIVE_INFINITY : Date.parse(now) - Date.parse(last)
  const spacing = rules.chatSeconds * 1000 - since
  return Math.round(Math.max(Math.min(typing, rules.typingMost * 1000), spacing))
}
