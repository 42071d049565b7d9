import { weekdayDateText, weekdayNumber } from '../business/date-text.js'
import { preciseHourText } from '../business/hour-text.js'
import { promisedText } from '../business/promise.js'
import { strung } from '../business/quote.js'
import type { Business } from '../business/types.js'
import { whenText } from '../business/when-text.js'
import type { Messages, Params } from '../messages.js'
import { isForGood } from '../rehearsal/settle.js'
import { localTime } from '../schedule/local-time.js'
import type { Iso } from '../types.js'
import { cardText } from './card-text.js'
import { dueText } from './due-text.js'
import { plain, quoted } from './quoted.js'
import type { Today, TodayThing } from './today-things.js'
import { amountOf } from './wording.js'

export type TodayWords = {
  readonly now: Iso
  readonly business: Business
  readonly messages: Messages
}

/** More than this is no list for one day. */
export const MOST_TODAY = 9
const MOST_PAUSED = 3

/**
 * The day's list as one message: whom to call, who comes back today, which quotes wait, who has gone
 * silent; then where the bot is silent. The numbers are places in `today.things`.
 */
export function todayText(today: Today, words: TodayWords): string {
  const lines = todayLines(today, words)
  const { day } = localTime(words.now, words.business.timeZone)
  const title =
    today.things.length === 0
      ? cardText(words, 'owner.today.nothing')
      : cardText(words, 'owner.today.title', { day: weekdayDateText(day, words.messages) })
  const foot = today.things.length === 0 ? [] : [cardText(words, 'owner.leads.foot')]
  return [title, ...lines, ...foot].join('\n')
}

/** The same without title and foot, for a message that has its own. */
export function todayLines(today: Today, words: TodayWords): readonly string[] {
  const listed = today.things.slice(0, MOST_TODAY)
  const left = today.things.length - listed.length
  return [
    ...listed.map((thing, at) =>
      cardText(words, 'owner.today.line', { n: at + 1, text: thingText(thing, words) }),
    ),
    ...(left > 0 ? [cardText(words, 'owner.leads.more', { n: left })] : []),
    ...pausedLine(today, words),
    ...silenceLine(today, words),
  ]
}

function thingText(thing: TodayThing, words: TodayWords): string {
  const named = namedParams(thing, words)
  switch (thing.kind) {
    case 'call': {
      const text = cardText(words, 'owner.today.call', named)
      if (thing.promisedBy === null) return text
      const promise = promisedText(thing.promisedBy, words.now, words.business, words.messages)
      return `${text} ${cardText(words, 'owner.card.short_promise', { promise })}`
    }
    case 'ticket':
      return cardText(words, 'owner.today.ticket', {
        n: thing.number,
        name: plain(thing.name),
        said: quoted(thing.said),
        due: dueText(thing.dueAt, words),
      })
    case 'meeting':
      return cardText(words, 'owner.today.meeting', {
        name: plain(thing.name),
        when: whenText(thing.at, words.now, words.business, words.messages),
      })
    case 'planned':
      return plannedText(thing, words)
    case 'postponed':
      return cardText(words, 'owner.today.postponed', {
        ...named,
        when: whenText(thing.until, words.now, words.business, words.messages),
      })
    case 'returns': {
      const { day, minute } = localTime(thing.at, words.business.timeZone)
      const hour = preciseHourText(minute, words.business.country, words.messages)
      const past = thing.at < words.now || day !== dayOf(words.now, words)
      const when = past
        ? cardText(words, 'owner.today.returns_soon')
        : cardText(words, 'owner.today.returns_at', { hour })
      return cardText(words, 'owner.today.returns', { ...named, when })
    }
    case 'quote':
      return cardText(words, 'owner.today.quote', {
        ...named,
        amount: amountOf(words, thing.amount),
        when: quotedWhen(thing.at, words),
      })
    case 'follow_up': {
      const n = dayOf(words.now, words) - dayOf(thing.since, words)
      return cardText(words, 'owner.today.follow_up', { ...named, n })
    }
  }
}

/** Whoever is called without a reason is not named beside what they want to buy. */
function plannedText(thing: Extract<TodayThing, { kind: 'planned' }>, words: TodayWords): string {
  const { now, business, messages } = words
  const name = plain(thing.name)
  switch (thing.why) {
    case 'missed':
      return cardText(words, 'owner.today.call_back', { name })
    case 'porque_si':
      return cardText(words, 'owner.today.because', { name })
    case 'reminder':
      return cardText(words, 'owner.today.planned', {
        ...namedParams(thing, words),
        when: whenText(thing.at, now, business, messages),
      })
  }
}

/** "del lunes 9"; of the same day the hour says more. */
function quotedWhen(at: Iso, words: TodayWords): string {
  const { business, messages, now } = words
  const { day, minute } = localTime(at, business.timeZone)
  if (day !== dayOf(now, words))
    return cardText(words, 'owner.today.quote_on', { day: weekdayNumber(day, messages) })
  const hour = preciseHourText(minute, business.country, messages)
  return cardText(words, 'owner.today.quote_today', { hour })
}

function namedParams({ name, summary }: TodayThing, words: TodayWords): Params {
  const called = plain(name)
  const who =
    summary === ''
      ? cardText(words, 'owner.today.who', { name: called })
      : cardText(words, 'owner.today.who_what', { name: called, what: plain(summary) })
  return { who }
}

function pausedLine({ paused }: Today, words: TodayWords): readonly string[] {
  if (paused.length === 0) return []
  const { business, messages } = words
  const shown = paused.slice(0, MOST_PAUSED).map(({ name, until }) => {
    if (isForGood(until)) return plain(name)
    const { minute } = localTime(until, business.timeZone)
    const hour = preciseHourText(minute, business.country, messages)
    return cardText(words, 'owner.today.paused_one', { name: plain(name), hour })
  })
  const left = paused.length - shown.length
  const more = left > 0 ? [cardText(words, 'owner.today.paused_more', { n: left })] : []
  return [cardText(words, 'owner.today.paused', { who: strung([...shown, ...more], messages) })]
}

function silenceLine({ silence }: Today, words: TodayWords): readonly string[] {
  if (silence === null) return []
  const when = whenText(silence.at, words.now, words.business, words.messages)
  return [cardText(words, 'owner.today.silence', { when })]
}

function dayOf(iso: Iso, { business }: TodayWords): number {
  return localTime(iso, business.timeZone).day
}
