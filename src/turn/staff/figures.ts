import { attributeKinds } from '../../core/aftersale/attribute-kinds.js'
import { type AllFigures, figuresOf } from '../../core/funnel/figures.js'
import { type Forecast, forecastOf } from '../../core/funnel/odds.js'
import { figuresText } from '../../core/owner/figures-text.js'
import { forecastText } from '../../core/owner/forecast-text.js'
import { type Days, daysOf, type Period } from '../../core/owner/period.js'
import { soldText } from '../../core/owner/sold-text.js'
import { localTime } from '../../core/schedule/local-time.js'
import type { Iso } from '../../core/types.js'
import { judgedAttributes } from '../../store/attribute-answers.js'
import { catchUpFigures } from '../../store/catch-up-figures.js'
import type { CountingPlace } from '../../store/count-figures.js'
import { dayFigures, oddsRows, waitedMinutes } from '../../store/figures.js'
import { spendOf } from '../../store/spend.js'
import { spanOf, weekCounts } from '../../store/week-counts.js'
import type { TurnDeps } from '../deps.js'

/** So many contacts are counted anew within the turn of whoever asks; the others have been, or soon are. */
const AT_ONCE = 300

/** Older answers about what customers expected and got are left aside. */
const MOST_ANSWERS = 500

type Known = {
  readonly figures: AllFigures
  readonly forecast: Forecast
  /** Somebody is not counted yet. */
  readonly behind: boolean
}

/** `mis cifras`, in words. To be called in a write job. */
export function figuresFor(deps: TurnDeps, now: Iso): string {
  const { business, messages } = deps
  const kinds = attributeKinds(judgedAttributes(deps.db, MOST_ANSWERS))
  return figuresText({ ...knownFigures(deps, now), kinds, business, messages })
}

/** `pronóstico`, in words. To be called in a write job. */
export function forecastFor(deps: TurnDeps, now: Iso): string {
  const { business, messages } = deps
  return forecastText({ forecast: knownFigures(deps, now).forecast, business, messages })
}

/** `mes`, in words: what was sold in a time, beside the time before. To be called in a write job. */
export function soldFor(deps: TurnDeps, period: Period, now: Iso): string {
  const { db, business, messages } = deps
  const behind = !countSome(deps)
  const { timeZone, currency } = business
  const today = localTime(now, timeZone).day
  const days = daysOf(period, today)
  const count = ({ first, last }: Days) => weekCounts(db, spanOf(first, last, timeZone), currency)
  const counts = [count(days[0]), count(days[1])] as const
  return soldText({ period, days, today, counts, behind, business, messages })
}

/** Every figure as things stand now: whoever changed since the last beat is counted first. */
export function knownFigures(deps: TurnDeps, now: Iso): Known {
  const { db, business } = deps
  const behind = !countSome(deps)
  const { timeZone, currency } = business
  const today = localTime(now, timeZone).day
  const spend = spendOf(db, currency).map(({ source, amount, at }) => ({
    day: localTime(at, timeZone).day,
    source,
    amount,
  }))
  const days = dayFigures(db)
  const figures = figuresOf({ days, spend, waited: waitedMinutes(db, today), today })
  const { revenue, sales } = figures.all.sums
  return {
    figures,
    forecast: forecastOf(oddsRows(db, today), sales === 0 ? null : revenue / sales),
    behind,
  }
}

/** Counts whoever changed since the last beat; whether everybody is. */
export function countSome({ db, business }: TurnDeps): boolean {
  return catchUpFigures(db, placeOf(business), AT_ONCE)
}

export function placeOf({ timeZone, currency }: TurnDeps['business']): CountingPlace {
  return { timeZone, currency }
}
