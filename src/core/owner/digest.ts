import { weekdayDateText } from '../business/date-text.js'
import { greetingText } from '../business/greeting-text.js'
import { money } from '../business/money-text.js'
import { strung } from '../business/quote.js'
import { aroundText } from '../business/when-text.js'
import { localTime } from '../schedule/local-time.js'
import type { Iso } from '../types.js'
import { cardText } from './card-text.js'
import { type TodayWords, todayLines } from './today.js'
import type { Today } from './today-things.js'

/** What happened on a line in some time. */
export type DayNews = {
  /** Who wrote for the first time, who became qualified, who was told a kind no. */
  readonly people: number
  readonly qualified: number
  readonly disqualified: number
  readonly won: { readonly count: number; readonly amount: number }
  readonly lost: number
}

export type DigestProps = TodayWords & {
  /** The owner it is for. */
  readonly name: string
  readonly today: Today
  /** Since the last digest. */
  readonly since: Iso
  readonly news: DayNews
  /** Whether a number written back shows that lead's card. */
  readonly numbered: boolean
}

/**
 * The morning's message to one owner: what the day holds, and below it what happened since the last
 * one. Null when there is nothing to say: a message that says so would teach them to skip it.
 */
export function digestText(props: DigestProps): string | null {
  const { today } = props
  const isFree = today.things.length === 0
  const news = newsLine(props)
  if (isFree && news === null && today.silence === null) return null
  const foot = isFree || !props.numbered ? [] : [cardText(props, 'owner.leads.foot')]
  return [
    titleLine(props),
    ...todayLines(today, props),
    ...(news === null ? [] : [news]),
    ...foot,
  ].join('\n')
}

function titleLine(props: DigestProps): string {
  const { name, now, business, messages, today } = props
  const greeting = greetingText(now, business.timeZone, messages)
  const day = weekdayDateText(localTime(now, business.timeZone).day, messages)
  return today.things.length === 0
    ? cardText(props, 'owner.digest.title_free', { greeting, name })
    : cardText(props, 'owner.digest.title', { greeting, name, day })
}

/** Activity goes last: it asks nothing of anybody. */
function newsLine(props: DigestProps): string | null {
  const { now, since, business, messages } = props
  const parts = newsParts(props)
  if (parts.length === 0) return null
  const dayOf = (iso: Iso): number => localTime(iso, business.timeZone).day
  const when = aroundText(dayOf(since), dayOf(now), messages)
  return cardText(props, 'owner.digest.news', { when, what: strung(parts, messages) })
}

function newsParts(props: DigestProps): readonly string[] {
  const { people, qualified, disqualified, won, lost } = props.news
  const { currency, country } = props.business
  const amount = money(won.amount, currency, country)
  return [
    ...(people > 0 ? [cardText(props, 'owner.digest.people', { n: people })] : []),
    ...(qualified > 0 ? [cardText(props, 'owner.digest.qualified', { n: qualified })] : []),
    ...(disqualified > 0
      ? [cardText(props, 'owner.digest.disqualified', { n: disqualified })]
      : []),
    ...(won.count > 0 ? [cardText(props, 'owner.digest.won', { n: won.count, amount })] : []),
    ...(lost > 0 ? [cardText(props, 'owner.digest.lost', { n: lost })] : []),
  ]
}
