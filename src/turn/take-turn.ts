import { asItStands } from '../core/conversation/as-it-stands.js'
import { isLeftAlone } from '../core/conversation/attention.js'
import type { Effect } from '../core/conversation/effects.js'
import type { Event, LlmQuestion } from '../core/conversation/events.js'
import { questionOf } from '../core/conversation/heard.js'
import { wordsOf } from '../core/conversation/media.js'
import { step } from '../core/conversation/step.js'
import type { Case, Context } from '../core/conversation/types.js'
import { campaignIn } from '../core/origin/arrive-by-campaign.js'
import { codeIn } from '../core/referral/arrive-by-code.js'
import { withoutCode } from '../core/referral/codes.js'
import { localTime } from '../core/schedule/local-time.js'
import type { Iso, MessageId } from '../core/types.js'
import { loadCase, type StoredCase, saveCase } from '../store/cases.js'
import type { ChatKey } from '../store/chat-key.js'
import { finishParts, type InboxPart, pendingParts } from '../store/inbox.js'
import type { LlmTask } from '../store/llm-tasks.js'
import { commitEffects } from './commit.js'
import { contextAt, type TurnDeps } from './deps.js'
import { beginRehearsal, isRehearsing } from './rehearsal.js'
import { staffMember } from './staff.js'
import { takeStaffTurn } from './staff-turn.js'
import type { Thought } from './thinker.js'

/** What a turn left to do once it is on disk. */
export type TurnResult = {
  /** Chats with something to send. */
  readonly deliver: readonly ChatKey[]
  readonly ask: LlmQuestion | null
  /** What a model is to write besides: nobody waits for it. */
  readonly tasks: readonly LlmTask[]
  /** What this turn took in of the person's own messages, to be shown as read. */
  readonly read: Read | null
  /** How the next burst of this chat is waited for. */
  readonly wait: 'closed' | 'open'
}

export type Read = { readonly chat: string; readonly messages: readonly MessageId[] }

export const NOTHING: TurnResult = { deliver: [], ask: null, tasks: [], read: null, wait: 'open' }

/**
 * Takes everything a chat has waiting as one turn: load, understand, step, write. Runs inside a
 * write job, from beginning to end without a pause, and sends nothing itself.
 */
export function takeTurn(deps: TurnDeps, key: ChatKey): TurnResult {
  const parts = pendingParts(deps.db, key.contactId, key.lineId)
  const [first] = parts
  if (first === undefined) return NOTHING
  const stored = openCase(deps, key, first.chat)
  const member = staffMember(deps.business, stored.contact)
  if (member !== null) return takeStaffTurn(deps, key, stored, member, parts)
  if (stored.dialogue.status === 'thinking') return NOTHING
  const now = deps.now()
  beginRehearsal(deps, key.lineId, now)
  const context = contextAt(deps, now)
  // Of a person's several addresses the one they wrote from last is answered.
  const chat = parts.findLast(({ author }) => author === 'contact')?.chat ?? stored.dialogue.chat
  let state: Case =
    chat === stored.dialogue.chat ? stored : { ...stored, dialogue: { ...stored.dialogue, chat } }
  const effects: Effect[] = []
  for (const group of byAuthor(asItStands(parts))) {
    const [next, made] = step(state, eventOf(state, group, context), context)
    state = next
    effects.push(...made)
  }
  const result = save(deps, key, stored, state, effects, context)
  finishParts(
    deps.db,
    parts.map(({ rowId }) => rowId),
    now,
  )
  const unseen = isLeftAlone(state.contact, deps.business) || isRehearsing(deps, now)
  const read = unseen ? null : readOf(state, parts, now)
  return { ...result, read }
}

/** While a person answers in that chat, the blue ticks are theirs to give. */
function readOf(state: Case, parts: readonly InboxPart[], now: Iso): Read | null {
  const { paused, chat } = state.dialogue
  if (paused !== null && paused.until > now) return null
  const messages = parts.filter(({ author }) => author === 'contact').map(({ id }) => id)
  return messages.length === 0 ? null : { chat, messages }
}

/** Steps a stored case once and writes what came of it. For timers, owners' words and answers. */
export function stepOnce(
  deps: TurnDeps,
  key: ChatKey,
  stored: StoredCase,
  event: Event,
): TurnResult {
  const context = contextAt(deps, deps.now())
  const [next, effects] = step(stored, event, context)
  return save(deps, key, stored, next, effects, context)
}

/** The model's answer, that there is none, or that it is late, as an event of its conversation. */
export function takeThought(deps: TurnDeps, key: ChatKey, thought: Thought): TurnResult {
  const stored = findCase(deps, key, '')
  // Whoever asked may be unknown again by the time the answer comes.
  if (stored === null) return NOTHING
  return stepOnce(deps, key, stored, isOvertaken(deps, key, thought) ? overtaken(thought) : thought)
}

function overtaken({ question }: Thought): Thought {
  return { kind: 'llm_answered', question, answer: { ok: false, reason: 'overtaken' } }
}

/** What they asked is no longer there, or stands there in other words: that is a turn of its own. */
function isOvertaken({ db }: TurnDeps, { contactId, lineId }: ChatKey, thought: Thought): boolean {
  return pendingParts(db, contactId, lineId).some(
    ({ content }) =>
      (content.kind === 'edit' || content.kind === 'delete') && content.of === thought.question,
  )
}

/** The case of a chat, which a message or a timer proves to exist. */
export function openCase(deps: TurnDeps, key: ChatKey, chat: string): StoredCase {
  const stored = findCase(deps, key, chat)
  if (stored === null) throw new Error(`contact ${key.contactId} has messages but does not exist`)
  return stored
}

function findCase(deps: TurnDeps, { contactId, lineId }: ChatKey, chat: string): StoredCase | null {
  const { id: flow, hash } = deps.flow(deps.business.flows.talk, null)
  return loadCase(deps.db, contactId, lineId, { chat, flow, hash })
}

function save(
  deps: TurnDeps,
  key: ChatKey,
  stored: StoredCase,
  next: Case,
  effects: readonly Effect[],
  context: Context,
): TurnResult {
  saveCase(deps.db, stored, next, context.now)
  const { deliver, ask, tasks } = commitEffects(deps, key, next, effects, context.now)
  return { deliver, ask, tasks, read: null, wait: isClosed(next, context) ? 'closed' : 'open' }
}

/** A question with few possible answers is answered in one message; others often in several. */
function isClosed(state: Case, context: Context): boolean {
  const { pending } = state.dialogue
  if (pending === null) return false
  return pending.kind !== 'ask' || questionOf(state, context).question !== 'need'
}

function byAuthor(parts: readonly InboxPart[]): readonly (readonly InboxPart[])[] {
  const groups: InboxPart[][] = []
  for (const part of parts) {
    const last = groups.at(-1)
    if (last?.[0]?.author === part.author) last.push(part)
    else groups.push([part])
  }
  return groups
}

function eventOf(state: Case, parts: readonly InboxPart[], context: Context): Event {
  const words = parts.map(({ content }) => wordsOf(content)).filter((said) => said !== null)
  const text = words.join('\n')
  const { question, figure } = questionOf(state, context)
  const { business, now, read } = context
  // A code is no figure and no name, and what a link wrote says nothing of what they want.
  const code = codeIn(text, state.contact, context) ?? campaignIn(text, state.contact, context)
  const reading = read(withoutCode(text, code), {
    question,
    country: business.country,
    today: localTime(now, business.timeZone).day,
    language: state.dialogue.language,
    ...(figure === null ? {} : { figure }),
  })
  if (parts[0]?.author === 'business')
    return { kind: 'human_wrote', by: 'phone', parts, text, reading }
  const profileName = parts.findLast((part) => part.profileName !== null)?.profileName ?? null
  const referral = parts.find((part) => part.referral !== null)?.referral ?? null
  return { kind: 'message', parts, profileName, referral, text, reading }
}
