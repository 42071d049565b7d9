import type { Effect, Notice } from '../core/conversation/effects.js'
import type { LlmQuestion } from '../core/conversation/events.js'
import type { Case } from '../core/conversation/types.js'
import { type Iso, unreachable } from '../core/types.js'
import type { ChatKey } from '../store/chat-key.js'
import { addConsent } from '../store/consents.js'
import { refuseCall } from '../store/llm-calls.js'
import type { LlmTask } from '../store/llm-tasks.js'
import { addObjection } from '../store/objections.js'
import { cancelQueued, type Occasion } from '../store/outbox.js'
import { addRehearsal } from '../store/rehearsals.js'
import { addSlot } from '../store/slots.js'
import { addStageChange } from '../store/stage-changes.js'
import { cancelTimers, dropTimer, setTimer } from '../store/timers.js'
import { addUnanswered, markAnswered } from '../store/unanswered.js'
import type { TurnDeps } from './deps.js'
import { eraseTimer } from './erase.js'
import { keepCareRecord } from './keep-care-record.js'
import { keepOwnerRecord } from './keep-owner-record.js'
import { keepReferral, type ReferralEffect } from './keep-referral.js'
import { wantSummary } from './model-tasks.js'
import { putOut } from './put-out.js'
import { notify } from './staff/notify.js'
import { isRehearsing, tellRehearsal } from './staff/rehearsal.js'
import type { TurnResult } from './turn-result.js'

type Committed = Pick<TurnResult, 'deliver' | 'ask' | 'tasks'>

/**
 * Writes what a step asked for, inside the transaction of its turn: nothing leaves the process here.
 * The case is the one after the step, so that news to the owner tell how things stand now.
 */
export function commitEffects(
  deps: TurnDeps,
  key: ChatKey,
  state: Case,
  effects: readonly Effect[],
  now: Iso,
): Committed {
  const deliver: ChatKey[] = []
  const tasks: LlmTask[] = []
  let ask: LlmQuestion | null = null
  for (const effect of effects) {
    if (effect.kind === 'ask_llm') ask = effect.question
    else if (effect.kind === 'summarise') tasks.push(...wantSummary(deps, key, state, now))
    else if (effect.kind === 'llm_refused') refuseCall(deps.db, { ...effect, ...key })
    else deliver.push(...write({ deps, key, state, now }, effect))
  }
  return { deliver, ask, tasks }
}

/** Effects by what becomes of them: what a model is asked, what waits, who sent whom, and the record. */
type ModelEffect = Extract<Effect, { kind: 'ask_llm' | 'summarise' | 'llm_refused' }>
type WaitingEffect = Extract<
  Effect,
  { kind: 'set_timer' | 'drop_timer' | 'cancel_timers' | 'cancel_queued' }
>
type ToldEffect = Extract<Effect, { kind: 'say' | 'tell' | 'stage' | 'slot' }>
type RecordEffect = Exclude<Effect, ModelEffect | WaitingEffect | ToldEffect | ReferralEffect>

type Work = {
  readonly deps: TurnDeps
  readonly key: ChatKey
  readonly state: Case
  readonly now: Iso
}

/** Writes one effect; gives back the chats that have something to send because of it. */
function write(work: Work, effect: Exclude<Effect, ModelEffect>): readonly ChatKey[] {
  const { deps, key, now } = work
  const { db } = deps
  const { contactId } = key
  switch (effect.kind) {
    case 'say':
      return say(work, effect.message, effect.occasion, effect.replyTo)
    case 'tell':
      return tell(work, effect.notice)
    case 'stage':
      addStageChange(db, {
        contactId,
        from: effect.from,
        to: effect.to,
        reason: effect.reason,
        evidence: effect.evidence,
        actor: effect.actor,
        at: now,
      })
      return []
    case 'slot':
      addSlot(db, { contactId, inquiryId: effect.inquiry, name: effect.name, slot: effect.slot })
      return []
    case 'set_timer':
    case 'drop_timer':
    case 'cancel_timers':
    case 'cancel_queued':
      keepWaiting(work, effect)
      return []
    case 'referral_code':
    case 'introduce':
    case 'recommended':
    case 'referred':
    case 'referral':
    case 'reward':
      return keepReferral(work, effect)
    default:
      return keepRecord(work, effect)
  }
}

/** What is to be said later, and what is not to be said any more. */
function keepWaiting({ deps, key, now }: Work, effect: WaitingEffect): void {
  const { db } = deps
  const { contactId, lineId } = key
  switch (effect.kind) {
    case 'set_timer': {
      const { id, name, dueAt, flow, step, held } = effect
      setTimer(db, { id, contactId, lineId, name, dueAt, flow, step, held }, now)
      return
    }
    case 'drop_timer':
      dropTimer(db, effect.id, effect.reason)
      return
    case 'cancel_timers':
      cancelTimers(db, contactId, effect.flow, effect.reason)
      return
    case 'cancel_queued':
      cancelQueued(db, contactId, lineId, effect.occasion, effect.reason, now)
      return
    default:
      return unreachable(effect)
  }
}

/** What is kept for the record: sales, consents, answers, questions without one. */
function keepRecord({ deps, key, state, now }: Work, effect: RecordEffect): readonly ChatKey[] {
  const { db } = deps
  const { contactId } = key
  switch (effect.kind) {
    case 'consent':
      addConsent(db, {
        contactId,
        kind: 'messages',
        state: effect.state,
        words: effect.words,
        actor: effect.actor,
        evidence: effect.evidence,
        at: now,
      })
      return []
    case 'survey':
    case 'attributes':
    case 'ticket':
      keepCareRecord({ db, contactId, inquiryId: state.inquiry?.id ?? null, now }, effect)
      return []
    case 'objection':
      addObjection(db, { contactId, inquiryId: state.inquiry?.id ?? null, ...effect, at: now })
      return []
    case 'rehearsed':
      addRehearsal(db, { contactId, ...effect, at: now })
      return []
    case 'unanswered':
      addUnanswered(db, { contactId, text: effect.text, evidence: effect.evidence, at: now })
      return []
    case 'answered':
      markAnswered(db, contactId, now)
      return []
    case 'erase':
      // The goodbye still has to reach them: `fire` deletes everything once it has.
      setTimer(db, eraseTimer(key, effect.by, now), now)
      return []
    default:
      keepOwnerRecord({ deps, contactId, now }, effect)
      return []
  }
}

function tell({ deps, key, state, now }: Work, notice: Notice): readonly ChatKey[] {
  return notice.kind === 'rehearsal'
    ? tellRehearsal(deps, key, state, notice, now)
    : notify(deps, key, state, notice, now)
}

function say(
  { deps, key, state, now }: Work,
  message: SayMessage,
  occasion: Occasion,
  replyTo: ReplyTo,
): readonly ChatKey[] {
  const channel = deps.channel(key.lineId)
  // Whatever it would say by itself, while it rehearses a person says it or nobody.
  const isMute = occasion !== 'person' && isRehearsing(deps, now)
  if (channel === null || isMute) return []
  putOut(deps, {
    lineId: key.lineId,
    contactId: key.contactId,
    chat: state.dialogue.chat,
    messageId: channel.newMessageId(),
    message,
    replyTo,
    occasion,
    notBefore: null,
    at: now,
  })
  return [key]
}

type SayMessage = Extract<Effect, { kind: 'say' }>['message']
type ReplyTo = Extract<Effect, { kind: 'say' }>['replyTo']
