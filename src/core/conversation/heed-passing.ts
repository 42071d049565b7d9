import { tookNothing } from './answered.js'
import { type Draft, patchDialogue, speak, tell } from './draft.js'
import type { Heard } from './heard.js'

/**
 * What is no talk of what is sold: somebody stands at the door, or wrote to the wrong number. Nothing is asked of them.
 * True when the turn is over with it.
 */
export function heedPassing(draft: Draft, { reading, text, words }: Heard): boolean {
  if (reading.cues.includes('at_door') && tookNothing(draft) && isShort(words)) {
    tell(draft, { kind: 'at_door', said: text })
    return speak(draft, 'chat.at_door')
  }
  if (!reading.cues.includes('wrong_number') || !tookNothing(draft)) return false
  patchDialogue(draft, { pending: null, status: 'resting' })
  return speak(draft, 'chat.wrong_number')
}

/** "estoy afuera de Bogotá, necesito …", "¿me pueden abrir un crédito?" go on, and say something else. */
function isShort(words: readonly string[]): boolean {
  return words.filter((word) => word !== '').length <= MOST_WORDS
}

const MOST_WORDS = 8
