import { nextGesture } from '../aftersale/gesture.js'
import { wordList } from '../business/word-list.js'
import { answer, quiet } from './answer.js'
import { made } from './care.js'
import { wordsOf } from './command-words.js'
import type { Obeyed, StaffState, World } from './types.js'
import { say } from './wording.js'

/**
 * "hecho" or "otro", said of a gesture that was suggested: in reply to it, or right after it; null for
 * anything else.
 */
export function heedGesture(staff: StaffState, text: string, world: World): Obeyed | null {
  const { gesture: suggested, messages, business } = world
  if (suggested === null) return null
  const lead = world.people.byId(suggested.about)
  if (lead === null) return null
  const { gesture, quoted } = suggested
  if (!quoted && (staff.pending !== null || isMade(world))) return null
  const written = wordsOf(text)
    .map((word) => word.text)
    .join(' ')
  const has = (key: string): boolean => wordList(messages, key).includes(written)
  if (has('owner.words.gesture_done')) {
    // "listo" by itself may only mean that it was read.
    return quoted || !has('owner.words.gesture_seen') ? made(gesture, lead, staff, world) : null
  }
  if (!has('owner.words.gesture_other')) return null
  const other = nextGesture(business.gestures, gesture)
  if (other === null || other === gesture) return answer(staff, say(world, 'owner.gesture.only'))
  const settled = { ...staff, pending: null, lastAbout: lead.id }
  return { ...quiet(settled), replies: [{ kind: 'gesture', target: lead.id, gesture: other }] }
}

/** That it was made is the last thing they said. */
function isMade({ undoable: word, gesture }: World): boolean {
  if (word === null || word.scope === 'house' || word.undone) return false
  const { action, target } = word
  return action.kind === 'touch' && action.of === 'gesture' && target === gesture?.about
}
