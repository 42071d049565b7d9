import { dateText } from '../business/date-text.js'
import { amountText } from '../business/money-text.js'
import type { SourceFigures } from '../funnel/figures.js'
import type { Params } from '../messages.js'
import { civil } from '../schedule/local-time.js'
import { cardText } from './card-text.js'
import type { ReportProps } from './report.js'
import { sourceText } from './source-text.js'
import { amountOf } from './wording.js'

/** One figure with its name, and what it rests on. */
export type ReportRow = {
  readonly label: string
  readonly value: string
  readonly detail: string
  /** `alarm`: it wants somebody today; `faint`: too little stands behind it. */
  readonly tone: 'plain' | 'faint' | 'alarm'
  readonly isFirst: boolean
}

type Row = Omit<ReportRow, 'isFirst'>

/** Of fewer leads of one source nothing is said of it, nor of so few answers. */
const LEAST = 5
/** A longer wait is told in hours. */
const HOURS_FROM = 120

/** What it costs, who waits and what is thought, each with how many cases stand behind it. */
export function reportRows(props: ReportProps): readonly ReportRow[] {
  const rows = [costRow(props), sourceRow(props), waitRow(props), ticketRow(props), npsRow(props)]
  return rows.map((row, at) => ({ ...row, isFirst: at === 0 }))
}

/** "del 23 al 29 de noviembre". */
export function datesText(props: ReportProps): string {
  const { lastDay, messages } = props
  const first = lastDay - 6
  const last = dateText(lastDay, messages)
  if (civil(first).month === civil(lastDay).month) {
    return cardText(props, 'owner.picture.dates', { first: civil(first).date, last })
  }
  return cardText(props, 'owner.picture.dates', { first: dateText(first, messages), last })
}

/** "lo usual: 12", or what the one week before was. */
export function usualText(props: ReportProps, usual: number, weeks: number): string {
  const key = weeks === 1 ? 'owner.picture.before' : 'owner.picture.usual'
  return cardText(props, key, { n: tenth(usual, props) })
}

function costRow(props: ReportProps): Row {
  const { costPerLead, spent, sums } = props.figures.horizons.short
  const label = cardText(props, 'owner.picture.cost')
  if (costPerLead === null || spent === 0) {
    const detail = cardText(props, 'owner.picture.cost_none')
    return plain(label, cardText(props, 'owner.picture.nothing'), detail)
  }
  const detail = counted(props, 'owner.picture.cost_of', sums.leads, {
    spent: amountOf(props, spent),
  })
  return plain(label, amountOf(props, Math.round(costPerLead)), detail)
}

function sourceRow(props: ReportProps): Row {
  const { sources } = props.figures.horizons.short
  const paid = sources.filter(({ leads, spent }) => spent > 0 && leads >= LEAST)
  const [cheapest] = paid.toSorted((a, b) => (a.costPerLead ?? 0) - (b.costPerLead ?? 0))
  if (cheapest !== undefined) return bestRow(props, cheapest)
  const [most] = sources
  const label = cardText(props, 'owner.picture.most')
  if (most === undefined || most.leads === 0) {
    return plain(
      label,
      cardText(props, 'owner.picture.nothing'),
      cardText(props, 'owner.picture.no_leads'),
    )
  }
  const detail = counted(props, 'owner.picture.most_of', most.leads)
  return plain(label, sourceText(most.source, props), detail)
}

function bestRow(props: ReportProps, { source, leads, costPerLead }: SourceFigures): Row {
  return plain(
    cardText(props, 'owner.picture.best'),
    sourceText(source, props),
    counted(props, 'owner.picture.best_of', leads, {
      cost: amountOf(props, Math.round(costPerLead ?? 0)),
    }),
  )
}

function waitRow(props: ReportProps): Row {
  const { firstAnswerMinutes: minutes, sums } = props.figures.horizons.short
  const label = cardText(props, 'owner.picture.wait')
  if (minutes === null) {
    return plain(
      label,
      cardText(props, 'owner.picture.nothing'),
      cardText(props, 'owner.picture.wait_none'),
    )
  }
  const value =
    minutes < HOURS_FROM
      ? cardText(props, 'owner.figures.minutes', { n: minutes })
      : cardText(props, 'owner.figures.hours', { n: Math.round(minutes / 60) })
  return plain(label, value, counted(props, 'owner.picture.wait_of', sums.attended))
}

function ticketRow(props: ReportProps): Row {
  const { open, overdue } = props.tickets
  const label = cardText(props, 'owner.picture.tickets')
  if (open === 0) return plain(label, '0', cardText(props, 'owner.picture.tickets_none'))
  const detail =
    overdue === 0
      ? cardText(props, 'owner.picture.tickets_fine')
      : counted(props, 'owner.picture.tickets_late', overdue)
  return { ...plain(label, countText(props, open), detail), tone: overdue > 0 ? 'alarm' : 'plain' }
}

function npsRow(props: ReportProps): Row {
  const { nps, sums } = props.figures.all
  const answers = sums.promoters + sums.passives + sums.detractors
  const label = cardText(props, 'owner.picture.nps')
  if (nps === null) {
    return plain(
      label,
      cardText(props, 'owner.picture.nothing'),
      cardText(props, 'owner.picture.nps_none'),
    )
  }
  if (answers < LEAST) {
    const detail = counted(props, 'owner.picture.nps_few', answers)
    return { ...plain(label, String(nps), detail), tone: 'faint' }
  }
  return plain(label, String(nps), counted(props, 'owner.picture.nps_of', answers))
}

function plain(label: string, value: string, detail: string): Row {
  return { label, value, detail, tone: 'plain' }
}

/** With the country's separators. */
export function countText({ business }: ReportProps, n: number): string {
  return amountText(n, business.country)
}

function counted(props: ReportProps, key: string, n: number, params: Params = {}): string {
  return cardText(props, key, { n, count: countText(props, n), ...params })
}

/** "0,5" where a week brings less than one, else whole. */
function tenth(value: number, { business }: ReportProps): string {
  if (value >= 10 || Number.isInteger(value)) return amountText(Math.round(value), business.country)
  const mark = amountText(0.5, business.country)[1] ?? '.'
  return value.toFixed(1).replace('.', mark)
}
