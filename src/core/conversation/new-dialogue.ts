import { NO_LOOP } from '../loops/watch.js'
import type { FlowHash, LineId } from '../types.js'
import type { Dialogue } from './types.js'

/** What a dialogue begins with where there is no conversation row yet. */
export type Opening = { readonly chat: string; readonly flow: string; readonly hash: FlowHash }

/** A dialogue before its first word. */
export function newDialogue(line: LineId, { chat, flow, hash }: Opening): Dialogue {
  return {
    line,
    chat,
    status: 'new',
    flow,
    hash,
    at: null,
    pending: null,
    askedTimes: {},
    questions: 0,
    said: {},
    lastSaid: null,
    introduced: false,
    paused: null,
    heardAt: null,
    spokeAt: null,
    loop: NO_LOOP,
    unasked: false,
    reminding: false,
    topic: null,
    language: 'es',
    rehearsed: null,
    question: null,
  }
}
