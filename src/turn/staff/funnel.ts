import { MONTH, QUARTER } from '../../core/funnel/horizon.js'
import { funnelText } from '../../core/owner/funnel.js'
import { instantOf, localTime } from '../../core/schedule/local-time.js'
import type { Iso } from '../../core/types.js'
import { funnelCounts } from '../../store/funnel-counts.js'
import type { TurnDeps } from '../deps.js'
import { countSome } from './figures.js'

/** `embudo`: where everybody stands now, in words. To be called in a write job. */
export function funnelFor(deps: TurnDeps, now: Iso): string {
  countSome(deps)
  const { db, business, messages } = deps
  const today = localTime(now, business.timeZone).day
  const since = (days: number) => {
    const day = today - days
    return { day, at: instantOf(day, 0, business.timeZone) }
  }
  const counts = funnelCounts(db, since(MONTH), since(QUARTER))
  return funnelText({ counts, business, messages })
}
