import { advance } from './advance.js'
import { answer } from './answer.js'
import { type Draft, patchDialogue, speak, tell } from './draft.js'
import { fillSlots } from './fill-slots.js'
import { givePromise } from './hand-over.js'
import type { Heard } from './heard.js'

/**
 * "Tengo turno el martes y no voy a poder ir, ¿lo paso para el jueves?": whoever keeps the diary is told at once. None of
 * those days is one by which they need something, and nothing is asked of them. True when the turn is over with it.
 */
export function heedMovedMeeting(draft: Draft, heard: Heard): boolean {
  const { reading } = heard
  if (!reading.cues.includes('moves') || reading.intents.includes('complaint')) return false
  const rest: Heard = {
    ...heard,
    asked: null,
    reading: { ...reading, urgency: null, appointment: null, quantities: [] },
  }
  fillSlots(draft, rest)
  advance(draft, rest)
  if (heard.mentions.facts.length > 0) answer(draft, rest)
  givePromise(draft)
  patchDialogue(draft, { status: 'handed', pending: null, topic: null })
  tell(draft, { kind: 'moves_meeting', said: heard.text })
  return speak(draft, 'chat.moves')
}
