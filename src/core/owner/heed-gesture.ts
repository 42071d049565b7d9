import { nextGesture } from '../aftersale/gesture.js'
import { wordList } from '../business/word-list.js'
import { act } from './act.js'
import { answer, quiet } from './answer.js'
import { wordsOf } from './command-words.js'
import type { Obeyed, StaffState, World } from './types.js'
import { say } from './wording.js'

/** "hecho" or "otro", in reply to a gesture that was suggested; null for anything else. */
export function heedGesture(staff: StaffState, text: string, world: World): Obeyed | null {
  const { quotedGesture, quoted, messages, business } = world
  const lead = world.leads.find(({ id }) => id === quoted?.contactId)
  if (quotedGesture === null || lead === undefined) return null
  const written = wordsOf(text)
    .map((word) => word.text)
    .join(' ')
  if (wordList(messages, 'owner.words.gesture_done').includes(written)) {
    return act({ kind: 'called', name: null, text: quotedGesture }, lead, staff, world)
  }
  if (!wordList(messages, 'owner.words.gesture_other').includes(written)) return null
  const gesture = nextGesture(business.gestures, quotedGesture)
  if (gesture === null || gesture === quotedGesture) {
    return answer(staff, say(world, 'owner.gesture.only'))
  }
  const settled = { ...staff, pending: null, lastAbout: lead.id }
  return { ...quiet(settled), replies: [{ kind: 'gesture', target: lead.id, gesture }] }
}
