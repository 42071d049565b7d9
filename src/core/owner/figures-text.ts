import { monthText } from '../business/date-text.js'
import { amountText } from '../business/money-text.js'
import type { Business } from '../business/types.js'
import type { AllFigures, Cohort, Figures } from '../funnel/figures.js'
import { HORIZONS, type Horizon } from '../funnel/horizon.js'
import type { Forecast } from '../funnel/odds.js'
import type { Messages } from '../messages.js'
import { type AttributesProps, attributesText } from './attributes-text.js'
import { cardText } from './card-text.js'
import { expectedText } from './forecast-text.js'
import { sourceText } from './source-text.js'
import { amountOf } from './wording.js'

type FiguresProps = {
  readonly figures: AllFigures
  readonly forecast: Forecast
  /** Somebody is not counted yet. */
  readonly behind: boolean
  /** What customers judge by: see `attribute-kinds`. */
  readonly kinds: AttributesProps['kinds']
  readonly business: Business
  readonly messages: Messages
}

const TITLES: { readonly [H in Horizon]: string } = {
  short: 'owner.figures.short',
  medium: 'owner.figures.medium',
  long: 'owner.figures.long',
}

const MOST_SOURCES = 4
const MOST_COHORTS = 3
/** Lifetime value against acquisition cost: below it, growing costs more than it brings. */
const HEALTHY_RATIO = 3

/** `mis cifras`: what was spent and what came of it, for everybody, by horizon and by month. */
export function figuresText(props: FiguresProps): string {
  const { figures, behind } = props
  if (figures.all.sums.people === 0 && figures.all.spent === 0) {
    return cardText(props, 'owner.figures.nobody')
  }
  return [
    cardText(props, 'owner.figures.title'),
    ...wholeLines(props),
    ...HORIZONS.flatMap((horizon) => horizonLine(props, horizon)),
    ...figures.cohorts.slice(0, MOST_COHORTS).map((cohort) => cohortLine(props, cohort)),
    ...(behind ? [cardText(props, 'owner.figures.behind')] : []),
  ].join('\n')
}

function wholeLines(props: FiguresProps): readonly string[] {
  const { all } = props.figures
  return [
    spendLine(props, all),
    ...sourceLines(props),
    cardText(props, 'owner.figures.answers', {
      response: percent(all.responseRate, props),
      wait: waitText(all.firstAnswerMinutes, props),
      meetings: all.sums.meetings,
    }),
    cardText(props, 'owner.figures.steps', stepParams(all, props)),
    cardText(props, 'owner.figures.won', {
      won: all.sums.won,
      closed: all.sums.won + all.sums.lost,
      rate: percent(all.winRate, props),
    }),
    cardText(props, 'owner.figures.worth', worthParams(all, props)),
    cardText(props, 'owner.figures.loyal', {
      repurchase: percent(all.repurchaseRate, props),
      referral: percent(all.referralRate, props),
      nps: all.nps === null ? none(props) : String(all.nps),
    }),
    ...attributesText(props),
    ...forecastLine(props),
  ]
}

function spendLine(props: FiguresProps, figures: Figures): string {
  const { sums, spent, costPerLead } = figures
  return cardText(props, 'owner.figures.spend', {
    spent: amountOf(props, spent),
    people: sums.people,
    leads: sums.leads,
    cost: amount(costPerLead, props),
  })
}

/** Said where money was spent on something. */
function sourceLines(props: FiguresProps): readonly string[] {
  const { sources } = props.figures.all
  if (sources.every(({ spent }) => spent === 0)) return []
  return sources.slice(0, MOST_SOURCES).map(({ source, leads, spent, costPerLead }) =>
    cardText(props, 'owner.figures.source', {
      source: sourceText(source, props),
      leads,
      spent: amountOf(props, spent),
      cost: amount(costPerLead, props),
    }),
  )
}

function stepParams({ steps }: Figures, props: FiguresProps) {
  const [lead = null, qualified = null, opportunity = null, customer = null] = steps
  return {
    lead: percent(lead, props),
    qualified: percent(qualified, props),
    opportunity: percent(opportunity, props),
    customer: percent(customer, props),
  }
}

function worthParams({ ltv, cac, ratio }: Figures, props: FiguresProps) {
  return { ltv: amount(ltv, props), cac: amount(cac, props), ratio: ratioText(ratio, props) }
}

function forecastLine(props: FiguresProps): readonly string[] {
  if (props.forecast.open === 0) return []
  return [`${expectedText(props)} ${cardText(props, 'owner.figures.forecast_how')}`]
}

function horizonLine(props: FiguresProps, horizon: Horizon): readonly string[] {
  const figures = props.figures.horizons[horizon]
  if (figures.sums.people === 0 && figures.spent === 0) return []
  const text = cardText(props, 'owner.figures.slice', sliceParams(figures, props))
  return [cardText(props, TITLES[horizon], { text })]
}

function cohortLine(props: FiguresProps, { day, figures }: Cohort): string {
  return cardText(props, 'owner.figures.cohort', {
    month: monthText(day, props.messages),
    text: cardText(props, 'owner.figures.slice', sliceParams(figures, props)),
  })
}

function sliceParams(figures: Figures, props: FiguresProps) {
  const { sums, spent, costPerLead, winRate } = figures
  return {
    leads: sums.leads,
    customers: sums.customers,
    revenue: amountOf(props, sums.revenue),
    spent: amountOf(props, spent),
    cost: amount(costPerLead, props),
    rate: percent(winRate, props),
    ...worthParams(figures, props),
  }
}

function ratioText(ratio: number | null, props: FiguresProps): string {
  if (ratio === null) return none(props)
  const key = ratio >= HEALTHY_RATIO ? 'owner.figures.ratio_good' : 'owner.figures.ratio_low'
  return cardText(props, key, { ratio: tenth(ratio, props) })
}

/** With the decimal mark of the country. */
function tenth(value: number, { business }: FiguresProps): string {
  const mark = amountText(0.5, business.country)[1] ?? '.'
  return value.toFixed(1).replace('.', mark)
}

function amount(value: number | null, props: FiguresProps): string {
  return value === null ? none(props) : amountOf(props, Math.round(value))
}

function percent(rate: number | null, props: FiguresProps): string {
  if (rate === null) return none(props)
  return cardText(props, 'owner.figures.percent', { n: Math.round(rate * 100) })
}

function waitText(minutes: number | null, props: FiguresProps): string {
  if (minutes === null) return none(props)
  if (minutes < 120) return cardText(props, 'owner.figures.minutes', { n: minutes })
  return cardText(props, 'owner.figures.hours', { n: Math.round(minutes / 60) })
}

function none(props: FiguresProps): string {
  return cardText(props, 'owner.figures.none')
}
