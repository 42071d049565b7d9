import type { GestureReply } from '../../core/aftersale/gesture.js'
import type { Iso } from '../../core/types.js'
import type { StaffEntry } from '../../store/staff.js'
import type { TurnDeps } from '../deps.js'
import { openCase } from '../open-case.js'
import { tellPerson } from './notify.js'

type Suggesting = { readonly deps: TurnDeps; readonly me: StaffEntry; readonly now: Iso }

/** As news, so that it can be replied to and is remembered as suggested. */
export function suggestAgain(
  { deps, me, now }: Suggesting,
  { target, gesture }: GestureReply,
): void {
  const key = { contactId: target, lineId: me.lineId }
  const notice = { kind: 'gesture', gesture } as const
  const state = openCase(deps, key)
  tellPerson(deps, { key, state, person: me, notice, replyTo: null, now })
}
