import { monthText } from '../business/date-text.js'
import { money } from '../business/money-text.js'
import { strung } from '../business/quote.js'
import type { Business } from '../business/types.js'
import type { Messages } from '../messages.js'
import { civil } from '../schedule/local-time.js'
import { cardText } from './card-text.js'
import type { Days, Period } from './period.js'
import type { WeekCounts } from './report.js'

type SoldProps = {
  readonly period: Period
  readonly days: readonly [now: Days, before: Days]
  /** Local day since 1970-01-01. */
  readonly today: number
  readonly counts: readonly [now: WeekCounts, before: WeekCounts]
  /** Somebody is not counted yet. */
  readonly behind: boolean
  readonly business: Business
  readonly messages: Messages
}

const NOW: { readonly [P in Period]: string } = {
  today: 'owner.sold.today',
  yesterday: 'owner.sold.yesterday',
  day_before: 'owner.sold.day_before',
  week: 'owner.sold.week',
  last_week: 'owner.sold.last_week',
  month: 'owner.sold.month',
  last_month: 'owner.sold.last_month',
  year: 'owner.sold.year',
  ever: 'owner.sold.ever',
}

const BEFORE: { readonly [P in Period]: string } = {
  today: 'owner.sold.before_today',
  yesterday: 'owner.sold.before_yesterday',
  day_before: 'owner.sold.before_day_before',
  week: 'owner.sold.before_week',
  last_week: 'owner.sold.before_last_week',
  month: 'owner.sold.before_month',
  last_month: 'owner.sold.before_last_month',
  year: 'owner.sold.before_year',
  // Nothing came before.
  ever: 'owner.sold.ever',
}

/** `mes`, `¿cuánto vendí hoy?`: what was sold and who came, beside the same days of the time before. */
export function soldText(props: SoldProps): string {
  const { period, days, counts, behind } = props
  const [now, before] = counts
  const what = partsOf(now, props)
  const earlier = partsOf(before, props)
  const title = cardText(props, NOW[period], paramsOf(days[0], props))
  return [
    what.length === 0
      ? cardText(props, nothingKey(days[0], props), { title })
      : cardText(props, 'owner.sold.line', { title, what: strung(what, props.messages) }),
    ...(earlier.length === 0
      ? []
      : [
          cardText(props, 'owner.sold.before', {
            when: cardText(props, BEFORE[period], paramsOf(days[1], props)),
            what: strung(earlier, props.messages),
          }),
        ]),
    ...(behind ? [cardText(props, 'owner.figures.behind')] : []),
    cardText(props, 'owner.sold.foot'),
  ].join('\n')
}

/** Of days that are over nothing more is to come. */
function nothingKey({ last }: Days, { today }: SoldProps): string {
  return last < today ? 'owner.sold.nothing_then' : 'owner.sold.nothing'
}

/** Sales first: that is what was asked. */
function partsOf({ people, qualified, sales, revenue }: WeekCounts, props: SoldProps) {
  const { currency, country } = props.business
  const amount = money(revenue, currency, country)
  return [
    ...(sales > 0 ? [cardText(props, 'owner.digest.won', { n: sales, amount })] : []),
    ...(sales === 0 && people > 0 ? [cardText(props, 'owner.sold.no_sale')] : []),
    ...(people > 0 ? [cardText(props, 'owner.digest.people', { n: people })] : []),
    ...(qualified > 0 ? [cardText(props, 'owner.digest.qualified', { n: qualified })] : []),
  ]
}

function paramsOf({ first }: Days, { messages }: SoldProps) {
  const month = monthText(first, messages)
  return { month, Month: month.charAt(0).toUpperCase() + month.slice(1), year: civil(first).year }
}
