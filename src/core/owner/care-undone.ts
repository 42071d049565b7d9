import { whenText } from '../business/when-text.js'
import type { UndoableCare } from '../conversation/events.js'
import type { Iso } from '../types.js'
import { unreachable } from '../types.js'
import type { LeadWord, World } from './types.js'
import { say } from './wording.js'

/** What taking back a word about calls, meetings or who looks after whom comes to. */
export function careUndone(action: UndoableCare, { name, before }: LeadWord, world: World): string {
  const { call, meeting, manager } = before.care
  switch (action.kind) {
    case 'touch':
      return action.of === 'gesture'
        ? say(world, 'owner.undo.gesture', { name })
        : say(world, 'owner.undo.called', { name })
    case 'plan_call':
    case 'drop_call':
      if (call === null && action.kind === 'drop_call' && before.postponed !== null) {
        const day = when(before.postponed.until, world)
        return say(world, 'owner.undo.postpone_to', { name, when: day })
      }
      if (call === null) return say(world, 'owner.undo.call', { name })
      return call.at <= world.now
        ? say(world, 'owner.undo.call_pending', { name })
        : say(world, 'owner.undo.call_again', { name, when: when(call.at, world) })
    case 'meet':
    case 'cancel_meeting':
      return meeting === null
        ? say(world, 'owner.undo.meeting', { name })
        : say(world, 'owner.undo.meeting_again', { name, when: when(meeting.at, world) })
    case 'entrust':
      return manager === null
        ? say(world, 'owner.undo.entrusted', { name })
        : say(world, 'owner.undo.entrusted_to', { name, staff: manager.name })
    default:
      return unreachable(action)
  }
}

function when(at: Iso, { now, business, messages }: World): string {
  return whenText(at, now, business, messages)
}
