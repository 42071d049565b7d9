import { isoOf } from '../schedule/local-time.js'
import { type Draft, patchDialogue, tell } from './draft.js'
import type { Heard } from './heard.js'

const MINUTE = 60_000
const IDLE_IN_A_MINUTE = 5
const SAME_TEXT = 3
/** A person says "sí" or "no sé" to one question after another. */
const SAME_ANSWER = 6
const LONGEST_ANSWER = 3

/** Whether the bot keeps quiet in this chat because it seems to be talking to another machine. */
export function isQuiet({ dialogue, context }: Draft): boolean {
  const { quietUntil } = dialogue.loop
  return quietUntil !== null && Date.parse(quietUntil) > Date.parse(context.now)
}

/**
 * Counts messages that lead nowhere: five in a minute, or the same text three times, and the bot
 * goes quiet and tells the owner. A message that answers, asks or tells something starts the count
 * anew, but the same text again counts whatever it says. True when it goes quiet now.
 */
export function noticeLoop(draft: Draft, heard: Heard, ledSomewhere: boolean): boolean {
  const { loop } = draft.dialogue
  const now = Date.parse(draft.context.now)
  if (ledSomewhere && loop.last !== heard.folded) {
    if (loop.idle.length > 0 || loop.times > 0) calm(draft, heard.folded)
    else patchDialogue(draft, { loop: { ...loop, last: heard.folded } })
    return false
  }
  const recent = loop.idle.filter((at) => now - Date.parse(at) < MINUTE)
  const idle = ledSomewhere ? recent : [...recent, draft.context.now]
  const times = loop.last === heard.folded ? Math.max(1, loop.times) + 1 : 1
  const most = isShortAnswer(heard) ? SAME_ANSWER : SAME_TEXT
  const loops = idle.length >= IDLE_IN_A_MINUTE || times >= most
  const hours = draft.context.business.takeOverHours
  const quietUntil = loops ? isoOf(now + hours * 60 * MINUTE) : null
  patchDialogue(draft, { loop: { idle, last: heard.folded, times, quietUntil } })
  if (loops) tell(draft, { kind: 'loop' })
  return loops
}

function calm(draft: Draft, last: string): void {
  patchDialogue(draft, { loop: { idle: [], last, times: 0, quietUntil: null } })
}

function isShortAnswer({ asked, words, reading }: Heard): boolean {
  if (asked === null || reading.intent === 'greeting' || reading.intent === 'thanks') return false
  return words.filter((word) => word !== '').length <= LONGEST_ANSWER
}
