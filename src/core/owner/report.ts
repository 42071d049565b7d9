import { amountText } from '../business/money-text.js'
import type { Business } from '../business/types.js'
import type { Sign } from '../funnel/diagnosis.js'
import type { AllFigures } from '../funnel/figures.js'
import type { Forecast } from '../funnel/odds.js'
import type { Messages } from '../messages.js'
import { cardText } from './card-text.js'
import { signText } from './diagnosis.js'
import { amountOf } from './wording.js'

/** What happened in seven days: who wrote for the first time, what they came to, and what was sold. */
export type WeekCounts = {
  readonly people: number
  readonly leads: number
  readonly qualified: number
  readonly sales: number
  /** Whole units of the business's currency. */
  readonly revenue: number
}

export type Report = {
  /** Nobody was heard of before today: no week to tell of has gone by. */
  readonly isFirstDay: boolean
  /** The last local day of the week. */
  readonly lastDay: number
  readonly week: WeekCounts
  /** The whole weeks before it in which the business was heard of, the newest first, four at most. */
  readonly earlier: readonly WeekCounts[]
  readonly tickets: { readonly open: number; readonly overdue: number }
  readonly figures: AllFigures
  readonly forecast: Forecast
  readonly signs: readonly Sign[]
  /** Who is worth a call and has waited for days for anybody of the business to answer. */
  readonly waiting: number
  /** What a language model did in the week; null where it was never asked. */
  readonly model: ModelWeek | null
}

export type ModelWeek = {
  /** Turns of people, and how many of them waited for it. */
  readonly turns: number
  readonly needed: number
  /** Everything that was asked of it, what came of none of it, and what was not said. */
  readonly calls: number
  readonly failed: number
  readonly refused: number
  readonly tokens: number
  readonly ms: number
}

export type ReportProps = Report & { readonly business: Business; readonly messages: Messages }

/**
 * The week in three sentences: what came in and was sold, beside the week before; what it costs and what
 * is to come; and the sign to look at, with one thing to do. On the first day, what will stand there. Null when
 * nothing ever happened.
 */
export function reportText(props: ReportProps): string | null {
  const { figures, week } = props
  const { people } = figures.all.sums
  if (people === 0 && week.sales === 0) return null
  const title = cardText(props, 'owner.report.title')
  if (props.isFirstDay) {
    const came = cardText(props, 'owner.report.people', { n: people })
    return `${title}\n${cardText(props, 'owner.report.first_day', { people: came })}`
  }
  return [
    title,
    `1. ${weekSentence(props)}`,
    `2. ${moneySentence(props)}`,
    `3. ${signSentence(props)}`,
    ...modelLines(props),
  ].join('\n')
}

/** Below the sentences, where there is one: what it was needed for and what it cost. */
function modelLines(props: ReportProps): readonly string[] {
  const { model } = props
  if (model === null || model.calls === 0) return []
  const { turns, needed, calls, failed, refused, tokens, ms } = model
  const share = Math.min(100, Math.round((100 * needed) / Math.max(1, turns)))
  const seconds = Math.max(1, Math.round(ms / calls / 1000))
  const params = { n: calls, share, tokens: figureText(props, tokens), seconds }
  const used = cardText(props, 'owner.report.model', params)
  if (failed + refused === 0) return [used]
  return [`${used} ${cardText(props, 'owner.report.model_lost', { n: failed + refused })}`]
}

function figureText({ business }: ReportProps, amount: number): string {
  return amountText(amount, business.country)
}

function weekSentence(props: ReportProps): string {
  const { week, earlier } = props
  const { people = 0, revenue = 0 } = earlier[0] ?? {}
  return cardText(props, 'owner.report.week', {
    people: cardText(props, 'owner.report.people', { n: week.people }),
    sold: soldText(props, week),
    people_before: people,
    revenue_before: amountOf(props, revenue),
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
  if (props.waiting > 0) return waitingText(props)
  const worst = worstSign(props.signs)
  if (worst !== null) return signText(worst, props)
  return cardText(props, isQuiet(props.signs) ? TOO_FEW : 'owner.report.no_sign')
}

/** Nothing pays like a call to somebody who asked for one. */
export function waitingText(props: ReportProps): string {
  return cardText(props, 'owner.report.waiting', { n: props.waiting })
}

export const TOO_FEW = 'owner.report.too_few'

/** Of no sign anything can be said yet. */
export function isQuiet(signs: readonly Sign[]): boolean {
  return signs.every(({ verdict }) => verdict === 'few')
}

/** The one that has left its limit furthest behind; null while all are within. */
export function worstSign(signs: readonly Sign[]): Sign | null {
  const bad = signs.filter(({ verdict }) => verdict === 'bad')
  const beyond = ({ rate, threshold }: Sign): number =>
    Math.abs((rate ?? 0) - threshold) / threshold
  return bad.toSorted((a, b) => beyond(b) - beyond(a))[0] ?? null
}
