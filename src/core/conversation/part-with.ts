import { endNurture, putNurtureBack } from '../nurture/accompany.js'
import { unreachable } from '../types.js'
import { optOutFor, restoreConsent } from './consent.js'
import { type Draft, patchContact } from './draft.js'
import type { Before, Event, OwnerAction } from './events.js'

type By = Extract<Event, { kind: 'owner' }>['by']
type Parting = Extract<
  OwnerAction,
  { kind: 'stop_nurture' | 'opt_out' | 'erase' | 'ignore' | 'attend' }
>

/** A person of the business decides that somebody is left alone, wholly or in part, or is not any more. */
export function partWith(draft: Draft, action: Parting, by: By): void {
  switch (action.kind) {
    case 'stop_nurture':
      return endNurture(draft, 'held.attended')
    case 'opt_out':
      return optOutFor(draft, action.words, by)
    case 'erase':
      draft.effects.push({ kind: 'erase', by: { kind: 'staff', name: by.name } })
      return
    case 'ignore':
      return ignore(draft)
    case 'attend':
      return patchContact(draft, { attention: 'attended' })
    default:
      return unreachable(action)
  }
}

/** Takes it back; what is erased stays so. */
export function undoParting(
  draft: Draft,
  kind: Exclude<Parting['kind'], 'erase'>,
  before: Before,
  by: By,
): void {
  if (kind === 'stop_nurture') return putNurtureBack(draft, before)
  if (kind !== 'opt_out') return patchContact(draft, { attention: before.attention })
  putNurtureBack(draft, before)
  restoreConsent(draft, before.consent ?? 'none', by)
}

/** From now on nothing is said to them, nor of them. */
function ignore(draft: Draft): void {
  const reason = 'held.ignored'
  endNurture(draft, reason)
  patchContact(draft, { attention: 'ignored' })
  draft.effects.push(
    { kind: 'cancel_queued', occasion: 'all', reason },
    { kind: 'cancel_timers', flow: null, reason },
  )
}
