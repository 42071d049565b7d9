import type { Business } from '../business/types.js'
import type { Sign } from '../funnel/diagnosis.js'
import type { AllFigures } from '../funnel/figures.js'
import type { Forecast } from '../funnel/odds.js'
import type { Messages } from '../messages.js'
import { cardText } from './card-text.js'
import { signText } from './diagnosis.js'
import { amountOf } from './wording.js'

/** What happened in seven days. */
export type WeekCounts = {
  readonly people: number
  readonly sales: number
  /** Whole units of the business's currency. */
  readonly revenue: number
}

export type Report = {
  readonly week: WeekCounts
  readonly before: WeekCounts
  readonly figures: AllFigures
  readonly forecast: Forecast
  readonly signs: readonly Sign[]
}

export type ReportProps = Report & { readonly business: Business; readonly messages: Messages }

/**
 * The week in three sentences: what came in and was sold, beside the week before; what it costs and what
 * is to come; and the sign to look at, with one thing to do. Null when nothing ever happened.
 */
export function reportText(props: ReportProps): string | null {
  const { figures, week } = props
  if (figures.all.sums.people === 0 && week.sales === 0) return null
  return [
    cardText(props, 'owner.report.title'),
    `1. ${weekSentence(props)}`,
    `2. ${moneySentence(props)}`,
    `3. ${signSentence(props)}`,
  ].join('\n')
}

function weekSentence(props: ReportProps): string {
  const { week, before } = props
  return cardText(props, 'owner.report.week', {
    people: cardText(props, 'owner.report.people', { n: week.people }),
    sold: soldText(props, week),
    people_before: before.people,
    revenue_before: amountOf(props, before.revenue),
  })
}

function soldText(props: ReportProps, { sales, revenue }: WeekCounts): string {
  if (sales === 0) return cardText(props, 'owner.report.no_sales')
  const params = { n: sales, revenue: amountOf(props, revenue) }
  return cardText(props, 'owner.report.sales', params)
}

/** Of the last thirty days. */
function moneySentence(props: ReportProps): string {
  const { horizons } = props.figures
  const { costPerLead, spent, sums } = horizons.short
  const lead =
    costPerLead === null || spent === 0
      ? cardText(props, 'owner.report.no_spend', { n: sums.leads })
      : cardText(props, 'owner.report.lead_cost', {
          n: sums.leads,
          cost: amountOf(props, Math.round(costPerLead)),
        })
  const { open, expected } = props.forecast
  if (expected === 0) return lead
  const ahead = { n: open, amount: amountOf(props, expected) }
  return `${lead} ${cardText(props, 'owner.report.forecast', ahead)}`
}

function signSentence(props: ReportProps): string {
  const worst = worstSign(props.signs)
  return worst === null ? cardText(props, 'owner.report.no_sign') : signText(worst, props)
}

/** The one that has left its limit furthest behind; null while all are within. */
export function worstSign(signs: readonly Sign[]): Sign | null {
  const bad = signs.filter(({ verdict }) => verdict === 'bad')
  const beyond = ({ rate, threshold }: Sign): number =>
    Math.abs((rate ?? 0) - threshold) / threshold
  return bad.toSorted((a, b) => beyond(b) - beyond(a))[0] ?? null
}
