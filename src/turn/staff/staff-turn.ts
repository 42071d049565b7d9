import type { StaffMember } from '../../core/business/types.js'
import { beforeOf } from '../../core/conversation/act.js'
import { wordsOf } from '../../core/conversation/media.js'
import type { Silence } from '../../core/conversation/types.js'
import { attended } from '../../core/owner/attended.js'
import { obey } from '../../core/owner/obey.js'
import { saidBefore } from '../../core/owner/pin.js'
import {
  aboutTheSame,
  belongsTo,
  laterReply,
  severalWords,
} from '../../core/owner/several-words.js'
import {
  NEW_STAFF,
  type Obeyed,
  type OwnerEvent,
  type OwnerReply,
  type StaffPending,
} from '../../core/owner/types.js'
import { isQuestion } from '../../core/owner/undo.js'
import type { Actor, Iso, MessageId, Outgoing } from '../../core/types.js'
import type { StoredCase } from '../../store/cases.js'
import type { ChatKey } from '../../store/chat-key.js'
import { finishParts, type InboxPart } from '../../store/inbox.js'
import type { LlmTask } from '../../store/llm-tasks.js'
import { addOwnerWord, markUndone, reactionWord } from '../../store/owner-words.js'
import { activateStaff, type StaffEntry } from '../../store/staff.js'
import { keepStaffMemory, staffMemory } from '../../store/staff-memory.js'
import type { TurnDeps } from '../deps.js'
import { wantDraft } from '../model-tasks.js'
import { openCase } from '../open-case.js'
import { putOut } from '../put-out.js'
import { alertAgain, endAlerts } from '../scheduled/alert-timers.js'
import { keepCallList } from '../scheduled/call-lists.js'
import { keepDigest } from '../scheduled/digest.js'
import { keepReport } from '../scheduled/report.js'
import { stepOnce } from '../step-once.js'
import type { TurnResult } from '../turn-result.js'
import { changeHouse } from './change-house.js'
import { nameOf } from './name-of.js'
import { sendWaiting } from './notify.js'
import { endedOf, putBackTimers, waitingOf } from './put-back-timers.js'
import { joinRehearsal, showRehearsed } from './rehearsal.js'
import { replyMessage } from './reply-message.js'
import { staffEntryOf } from './staff-entry.js'
import { staffEvent, unheardText } from './staff-event.js'
import { staffWorld } from './staff-world.js'
import { suggestAgain } from './suggest-again.js'
import { tellOthers } from './tell-others.js'

/**
 * A turn of an owner or seller: every message is a word, obeyed in order. What it changes about a
 * contact goes through the one engine, and is written with the answer and the way to undo it.
 */
export function takeStaffTurn(
  deps: TurnDeps,
  key: ChatKey,
  stored: StoredCase,
  member: StaffMember,
  parts: readonly InboxPart[],
): TurnResult {
  const now = deps.now()
  const me = staffEntryOf(key, stored, member, now, parts[0]?.chat ?? '')
  // Only what they write themselves activates them: then WhatsApp lets us write to them.
  const fresh = parts.some(({ author }) => author === 'contact') && activateStaff(deps.db, me)
  const deliver: ChatKey[] = [key]
  const tasks: LlmTask[] = []
  for (const part of parts) {
    if (part.author === 'contact')
      deliver.push(...obeyPart({ deps, key, me, now, part, said: null, tasks }))
  }
  if (fresh) {
    sendWaiting(deps, me, now)
    keepDigest(deps, me, now)
    keepReport(deps, me, now)
    keepCallList(deps, me, now)
    joinRehearsal(deps, me, now)
  }
  finishParts(
    deps.db,
    parts.map(({ rowId }) => rowId),
    now,
  )
  return { deliver, ask: null, tasks, read: null, wait: 'closed' }
}

type Obeying = {
  readonly deps: TurnDeps
  readonly key: ChatKey
  readonly me: StaffEntry
  readonly now: Iso
  readonly part: InboxPart
  /** The word meant, where the message is not it: what waited for a PIN. */
  readonly said: string | null
  readonly tasks: LlmTask[] // gathered here: what a model is to write
}

function obeyPart(work: Obeying): readonly ChatKey[] {
  const { deps, key, part } = work
  const event = staffEvent(part)
  if (event === null) return sayUnheard(work)
  if (event.kind === 'reaction') return obeyEvent(work, event, 0)
  const staff = staffMemory(deps.db, key.contactId) ?? NEW_STAFF
  const said = severalWords(event.text, staff, staffWorld(work, staff, 0))
  let open: StaffPending | null = null
  return said.flatMap((text, place) => {
    const before = staffMemory(deps.db, key.contactId) ?? NEW_STAFF
    // What was asked of an earlier word is answered in another message, and by none of these.
    if (open !== null) {
      const world = staffWorld(work, before, place)
      if (belongsTo(text, world)) {
        answer(work, [laterReply(text, world)], newId(deps, key))
        return []
      }
      keepStaffMemory(deps.db, key.contactId, { ...before, pending: null })
    }
    const done = obeyEvent(work, { kind: 'text', text }, place)
    const after = staffMemory(deps.db, key.contactId) ?? NEW_STAFF
    if (isQuestion(after)) open = after.pending
    else if (open !== null) keepStaffMemory(deps.db, key.contactId, { ...after, pending: open })
    return done
  })
}

function obeyEvent(work: Obeying, event: OwnerEvent, place: number): readonly ChatKey[] {
  const { deps, key, me, now } = work
  const before = staffMemory(deps.db, key.contactId) ?? NEW_STAFF
  const plain = staffWorld(work, before, place)
  const world = place > 0 && event.kind === 'text' ? aboutTheSame(event.text, before, plain) : plain
  const obeyed = obey(before, event, world)
  keepStaffMemory(deps.db, key.contactId, obeyed.staff)
  endAlerts(deps, attended(before, event, obeyed, world))
  const replyId = newId(deps, key)
  const freed = { ...work, said: saidBefore(before, event) }
  const done = obeyed.actions.map((action) => perform(freed, action, replyId, world.checkIn))
  for (const change of obeyed.house) performInHouse(freed, change, replyId, world.silence)
  if (obeyed.draft !== null) work.tasks.push(...wantDraft(deps, me, obeyed.draft, now))
  answer(work, obeyed.replies, replyId)
  const word = done[0]?.word ?? null
  return [...done.flatMap(({ deliver }) => deliver), ...tellOthers(work, obeyed.news, word)]
}

function sayUnheard(work: Obeying): readonly ChatKey[] {
  const text = unheardText(work.deps, work.part)
  if (text !== null) answer(work, [{ kind: 'text', text }], newId(work.deps, work.key))
  return []
}

type Action = Obeyed['actions'][number]
type Performed = { readonly deliver: readonly ChatKey[]; readonly word: number }

/** Carries out one change through the engine and remembers how to take it back. */
function perform(
  work: Obeying,
  { target, action, undoes }: Action,
  replyId: MessageId | null,
  checkIn: number | null,
): Performed {
  const { deps, key, me, now } = work
  const chat = { contactId: target, lineId: key.lineId }
  const stored = openCase(deps, chat)
  const by: Actor & { kind: 'staff' } = { kind: 'staff', id: me.contactId, name: me.name }
  const waiting = waitingOf(deps, target)
  const { deliver } = stepOnce(deps, chat, stored, { kind: 'owner', by, action })
  const ended = endedOf(deps, target, waiting)
  if (undoes !== null) putBackTimers(deps, chat, { word: Number(undoes), ended }, now)
  if (undoes !== null) markUndone(deps.db, Number(undoes), now)
  const after = openCase(deps, chat)
  alertAgain(deps, chat, after, action, now)
  const before = {
    ...beforeOf(stored),
    waiting,
    ended: ended.map(({ id }) => id),
    name: nameOf(stored),
    stageAfter: after.contact.stage,
    checkIn: action.kind === 'won' || action.kind === 'sale' ? checkIn : null,
  }
  const inquiryId = after.inquiry?.id ?? null
  const word = addOwnerWord(deps.db, {
    ...spoken(work, replyId),
    about: target,
    inquiryId,
    action,
    before,
  })
  return { deliver, word }
}

function performInHouse(
  work: Obeying,
  { action, undoes }: Obeyed['house'][number],
  replyId: MessageId | null,
  silence: Silence | null,
): void {
  const { deps, me, now } = work
  changeHouse(deps, me, action, now)
  if (undoes !== null) markUndone(deps.db, Number(undoes), now)
  const about = me.contactId
  addOwnerWord(deps.db, {
    ...spoken(work, replyId),
    about,
    inquiryId: null,
    action,
    before: { silence },
  })
}

/** What the log keeps of how a word was said. */
function spoken({ me, now, part, said }: Obeying, replyMessageId: MessageId | null) {
  const { content, id: messageId } = part
  if (said !== null)
    return { by: me.contactId, word: said, messageId: null, replyMessageId, at: now }
  const word = content.kind === 'reaction' ? reactionWord(content.to) : (wordsOf(content) ?? '')
  return { by: me.contactId, word, messageId, replyMessageId, at: now }
}

function answer(work: Obeying, replies: readonly OwnerReply[], firstId: MessageId | null): void {
  replies.forEach((reply, index) => {
    const id = index === 0 ? firstId : newId(work.deps, work.key)
    if (reply.kind === 'gesture') suggestAgain(work, reply)
    else if (reply.kind === 'rehearsed') showRehearsed(work.deps, work.me, reply.target, work.now)
    else if (id !== null)
      enqueueTo(work, work.me, replyMessage(work.deps, work.key.lineId, reply, work.now), id)
  })
}

function enqueueTo(
  { deps, now }: Obeying,
  to: StaffEntry,
  message: Outgoing,
  messageId: MessageId,
): void {
  putOut(deps, {
    lineId: to.lineId,
    contactId: to.contactId,
    chat: to.chat,
    messageId,
    message,
    replyTo: null,
    occasion: 'notice',
    notBefore: null,
    at: now,
  })
}

function newId(deps: TurnDeps, { lineId }: ChatKey): MessageId | null {
  return deps.channel(lineId)?.newMessageId() ?? null
}
