import { asItStands } from '../core/conversation/as-it-stands.js'
import { isLeftAlone } from '../core/conversation/attention.js'
import type { Effect } from '../core/conversation/effects.js'
import type { Event } from '../core/conversation/events.js'
import { questionOf } from '../core/conversation/heard.js'
import { wordsOf } from '../core/conversation/media.js'
import { step } from '../core/conversation/step.js'
import type { Case, Context } from '../core/conversation/types.js'
import { campaignIn } from '../core/origin/arrive-by-campaign.js'
import { codeIn } from '../core/referral/arrive-by-code.js'
import { withoutCode } from '../core/referral/codes.js'
import { localTime } from '../core/schedule/local-time.js'
import type { Iso } from '../core/types.js'
import type { ChatKey } from '../store/chat-key.js'
import { finishParts, type InboxPart, pendingParts } from '../store/inbox.js'
import { contextAt } from './context.js'
import type { TurnDeps } from './deps.js'
import { findCase, openCase } from './open-case.js'
import { beginRehearsal, isRehearsing } from './staff/rehearsal.js'
import { staffMember } from './staff/staff.js'
import { takeStaffTurn } from './staff/staff-turn.js'
import { saveSteps, stepOnce } from './step-once.js'
import type { Thought } from './thinker.js'
import { NOTHING, type Read, type TurnResult } from './turn-result.js'

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
  const result = saveSteps(deps, key, stored, state, effects, context)
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

/** The model's answer, that there is none, or that it is late, as an event of its conversation. */
export function takeThought(deps: TurnDeps, key: ChatKey, thought: Thought): TurnResult {
  const stored = findCase(deps, key)
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
