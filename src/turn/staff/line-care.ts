import { type LineCare, lineText } from '../../core/governor/line-text.js'
import { BY_LOOP } from '../../core/loops/watch.js'
import { plain } from '../../core/owner/quoted.js'
import { rehearsalUntil } from '../../core/rehearsal/house.js'
import { isoOf } from '../../core/schedule/local-time.js'
import { DAY } from '../../core/schedule/units.js'
import type { ContactId, Iso, LineId } from '../../core/types.js'
import { contactName } from '../../store/contact-name.js'
import { readHouse } from '../../store/house.js'
import {
  droppedSince,
  heldMessages,
  lockedTimers,
  sentLately,
  servedSince,
  silentChats,
} from '../../store/sparing.js'
import type { TurnDeps } from '../deps.js'

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
    held: [...heldMessages(db, lineId), ...lockedTimers(db, lineId)].map(
      ({ contactId, reason, until }) => ({ who: nameOf(db, contactId), reason, until }),
    ),
    rehearsal: rehearsalUntil(readHouse(db).rehearsal, now),
    dropped: droppedSince(db, lineId, isoOf(Date.parse(now) - DAY)),
    silent: silentChats(db, lineId, BY_LOOP, now).map(({ contactId, until }) => ({
      who: nameOf(db, contactId),
      until,
    })),
  }
}

function nameOf(db: TurnDeps['db'], contactId: ContactId): string {
  return plain(contactName(db, contactId) ?? contactId)
}

export function lineFor(deps: TurnDeps, lineId: LineId, now: Iso): string {
  return lineText(lineCare(deps, lineId, now), deps)
}
