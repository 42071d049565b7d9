import { isTooFast, soundsAutomatic } from '../loops/signs.js'
import {
  BY_LOOP,
  type LoopReason,
  quietUntil,
  type Watched,
  watch,
  watchAnswers,
  watchFlood,
} from '../loops/watch.js'
import { type Draft, patchDialogue, tell } from './draft.js'
import type { Heard } from './heard.js'
import { NOTHING_READ } from './nothing-read.js'
import { forgetReminder } from './remind.js'
import type { Part } from './types.js'

/** Whether a machine wrote it, of nothing that we sell. */
export function isMachine(heard: Heard): boolean {
  return soundsAutomatic(heard) && heard.mentions.products.length === 0
}

/** The same without what could be read in it, where a machine wrote it: «3. Asesor» is no order. */
export function learningNothing(heard: Heard): Heard {
  if (!isMachine(heard)) return heard
  return { ...heard, reading: { ...NOTHING_READ, text: heard.reading.text, cues: ['automatic'] } }
}

/** Counts what came. True when the bot falls silent here because it is more than a person writes. */
export function heedFlood(draft: Draft, parts: readonly Part[]): boolean {
  const { now, business } = draft.context
  const { memory, reason } = watchFlood(draft.dialogue.loop, parts.length, now, business.loops)
  patchDialogue(draft, { loop: memory })
  return fallSilent(draft, reason)
}

/** Counts an answer about to be given. True when it is one too many. */
export function heedAnswers(draft: Draft): boolean {
  const { now, business } = draft.context
  const { memory, reason } = watchAnswers(draft.dialogue.loop, now, business.loops)
  patchDialogue(draft, { loop: memory })
  return fallSilent(draft, reason)
}

/** Takes note of what a message led to. True when the bot falls silent here because of it. */
export function heedLoop(
  draft: Draft,
  heard: Heard,
  parts: readonly Part[],
  ledSomewhere: boolean,
): boolean {
  const { context, dialogue } = draft
  const watched: Watched = {
    now: context.now,
    text: heard.text,
    folded: heard.folded,
    ledSomewhere,
    automatic: soundsAutomatic(heard),
    tooFast: isTooFast(heard.text, parts.at(-1)?.at, dialogue.spokeAt),
    short: isShortAnswer(heard),
  }
  const { memory, reason } = watch(dialogue.loop, watched, context.business.loops)
  patchDialogue(draft, { loop: memory })
  return fallSilent(draft, reason)
}

/** The owner is told why, until when, and how to go on. */
function fallSilent(draft: Draft, why: LoopReason | null): boolean {
  if (why === null) return false
  const { now, business } = draft.context
  const until = quietUntil(why, now, business.loops)
  patchDialogue(draft, { paused: { until, by: BY_LOOP } })
  draft.effects.push({ kind: 'cancel_queued', occasion: 'all', reason: 'held.loop' })
  if (draft.dialogue.reminding) forgetReminder(draft, 'held.loop')
  tell(draft, { kind: 'loop', why, until })
  return true
}

const LONGEST_ANSWER = 3

function isShortAnswer({ asked, words, reading }: Heard): boolean {
  if (asked === null || reading.intent === 'greeting' || reading.intent === 'thanks') return false
  return words.filter((word) => word !== '').length <= LONGEST_ANSWER
}
