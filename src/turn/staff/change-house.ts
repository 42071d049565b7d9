import type { HouseAction } from '../../core/owner/types.js'
import { type Rehearsal, rehearsalUntil } from '../../core/rehearsal/house.js'
import { type Iso, unreachable } from '../../core/types.js'
import { keepAttention } from '../../store/attention.js'
import { addFact, restoreFact, withdrawFact } from '../../store/facts.js'
import { keepHouse } from '../../store/house.js'
import { cancelAllQueued } from '../../store/outbox.js'
import { addSpend, voidSpend } from '../../store/spend.js'
import type { StaffEntry } from '../../store/staff.js'
import { releaseHeld } from '../../store/timers.js'
import type { TurnDeps } from '../deps.js'
import { dropRehearsal, HELD_REHEARSAL, keepRehearsal } from './rehearsal.js'

const SILENCE = 'held.silence'

/** Carries out what concerns no single contact: silence everywhere, and what the bot is taught. */
export function changeHouse(deps: TurnDeps, me: StaffEntry, action: HouseAction, now: Iso): void {
  const { db } = deps
  switch (action.kind) {
    case 'silence':
      cancelAllQueued(db, SILENCE, now)
      return keepHouse(db, { silence: { by: me.name, at: now } })
    case 'speak':
      return speak(deps, now)
    case 'model_off':
    case 'model_on':
      return keepHouse(db, { model: action.kind === 'model_off' ? 'off' : 'on' })
    case 'ignore_number':
      return keepAttention(db, action.phone, 'ignored', now)
    case 'attend_number':
      return keepAttention(db, action.phone, 'attended', now)
    case 'learn':
      return addFact(db, { id: action.id, text: action.text, by: me.contactId, at: now })
    case 'forget':
      return withdrawFact(db, action.id, now)
    case 'rehearse':
      return keepDays(deps, me, action.after, now)
    case 'weigh':
      return keepHouse(db, { weights: action.after })
    case 'spend': {
      const { id: ref, amount, source, at } = action
      return addSpend(db, { ref, amount, source, at, currency: deps.business.currency })
    }
    case 'undo_house':
      return undo(deps, me, action, now)
    default:
      return unreachable(action)
  }
}

/** What waited for the silence to end is asked again at once. */
function speak({ db }: TurnDeps, now: Iso): void {
  keepHouse(db, { silence: null })
  releaseHeld(db, SILENCE, now)
}

/** What was about to be said by itself is not, and what waited for the end of it is asked again. */
function keepDays(deps: TurnDeps, me: StaffEntry, rehearsal: Rehearsal | null, now: Iso): void {
  const { db } = deps
  keepHouse(db, { rehearsal })
  dropRehearsal(deps, me.lineId)
  if (rehearsalUntil(rehearsal, now) === null) return releaseHeld(db, HELD_REHEARSAL, now)
  cancelAllQueued(db, HELD_REHEARSAL, now)
  keepRehearsal(deps, me, now)
}

function undo(
  deps: TurnDeps,
  me: StaffEntry,
  { of, before }: Extract<HouseAction, { kind: 'undo_house' }>,
  now: Iso,
): void {
  const { db } = deps
  switch (of.kind) {
    case 'silence':
    case 'speak':
      return before === null ? speak(deps, now) : keepHouse(db, { silence: before })
    case 'model_off':
    case 'model_on':
      return keepHouse(db, { model: of.kind === 'model_off' ? 'on' : 'off' })
    case 'ignore_number':
    case 'attend_number':
      return keepAttention(db, of.phone, 'auto', now)
    case 'learn':
      return withdrawFact(db, of.id, now)
    case 'forget':
      return restoreFact(db, of.id, now)
    case 'rehearse':
      return keepDays(deps, me, of.before, now)
    case 'weigh':
      return keepHouse(db, { weights: of.before })
    case 'spend':
      return voidSpend(db, of.id, now)
  }
}
