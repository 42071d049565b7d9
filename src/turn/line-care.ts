import { type LineCare, lineText } from '../core/governor/line-text.js'
import { isoOf } from '../core/schedule/local-time.js'
import type { Iso, LineId } from '../core/types.js'
import { heldMessages, sentLately, servedSince } from '../store/sparing.js'
import type { TurnDeps } from './deps.js'

const DAY = 86_400_000

type Looking = Pick<TurnDeps, 'db' | 'business' | 'channel'>

/** How a line stands now: asked for by an owner's word and by a page, never by a turn. */
export function lineCare({ db, business, channel }: Looking, lineId: LineId, now: Iso): LineCare {
  const line = channel(lineId)
  const rules = business.number
  return {
    governing: {
      now,
      rules,
      linkedAt: servedSince(db, lineId) ?? now,
      lockedUntil: line?.lockedUntil?.() ?? null,
      sent: sentLately(db, lineId, isoOf(Date.parse(now) - DAY)),
    },
    spared: line?.kind !== 'simulator' || rules.alsoSimulator,
    held: heldMessages(db, lineId).map(({ phone, profileName, contactId, reason, until }) => ({
      who: profileName ?? phone ?? contactId,
      reason,
      until,
    })),
  }
}

export function lineFor(deps: TurnDeps, lineId: LineId, now: Iso): string {
  return lineText(lineCare(deps, lineId, now), deps)
}
