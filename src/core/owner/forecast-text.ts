import type { Business } from '../business/types.js'
import { type Band, FEW, type Forecast, type ForecastLine } from '../funnel/odds.js'
import type { Messages } from '../messages.js'
import { cardText } from './card-text.js'
import { stageText } from './stage-text.js'
import { amountOf } from './wording.js'

type ForecastProps = {
  readonly forecast: Forecast
  readonly business: Business
  readonly messages: Messages
}

const BAND_KEYS: { readonly [B in Band]: string } = {
  0: 'owner.forecast.band_low',
  1: 'owner.forecast.band_middle',
  2: 'owner.forecast.band_high',
  3: 'owner.forecast.band_top',
}

/** `pronóstico`: what is expected, and every number it is worked out from. */
export function forecastText(props: ForecastProps): string {
  const { lines } = props.forecast
  if (lines.length === 0) return cardText(props, 'owner.forecast.nothing')
  return [
    expectedText(props),
    cardText(props, 'owner.forecast.how'),
    ...lines.map((line) => lineText(line, props)),
    worthText(props),
    cardText(props, 'owner.forecast.foot'),
  ].join('\n')
}

/** How many are open and what they are expected to bring, in one sentence. */
export function expectedText(props: ForecastProps): string {
  const { open, expected, cases } = props.forecast
  const key = cases < FEW ? 'owner.figures.forecast_few' : 'owner.figures.forecast'
  return cardText(props, key, { n: open, amount: amountOf(props, expected), cases })
}

function lineText({ rung, band, ...line }: ForecastLine, props: ForecastProps): string {
  const title = cardText(props, 'owner.forecast.title', {
    stage: stageText(rung, props.messages),
    band: cardText(props, BAND_KEYS[band]),
  })
  const { won, cases, open } = line
  const key = cases === 0 ? 'owner.forecast.unknown' : 'owner.forecast.closed'
  const chance = Math.round(line.chance * 100)
  const closed = cardText(props, key, { n: won, won, cases, chance })
  if (open === 0) return `${title} ${closed}`
  const [worth, expected] = [amountOf(props, line.worth), amountOf(props, line.expected)]
  return `${title} ${closed} · ${cardText(props, 'owner.forecast.open', { open, worth, expected })}`
}

/** What an open one counts for without a quote. */
function worthText(props: ForecastProps): string {
  const { averageSale } = props.forecast
  if (averageSale === null) return cardText(props, 'owner.forecast.no_average')
  return cardText(props, 'owner.forecast.average', { average: amountOf(props, averageSale) })
}
