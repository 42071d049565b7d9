import type { StaffMember } from '../core/business/types.js'
import { beforeOf } from '../core/conversation/act.js'
import type { OwnerAction } from '../core/conversation/events.js'
import { wordsOf } from '../core/conversation/media.js'
import { attended } from '../core/owner/attended.js'
import { leadCard } from '../core/owner/lead-card.js'
import { obey } from '../core/owner/obey.js'
import {
  NEW_STAFF,
  type Obeyed,
  type OwnerEvent,
  type OwnerReply,
  type StaffState,
} from '../core/owner/types.js'
import type { Actor, ContactId, Iso, MessageId } from '../core/types.js'
import type { StoredCase } from '../store/cases.js'
import { finishParts, type InboxPart } from '../store/inbox.js'
import { cardHolders } from '../store/notices.js'
import { enqueue } from '../store/outbox.js'
import { addOwnerWord, markUndone } from '../store/owner-words.js'
import { activateStaff, type StaffEntry } from '../store/staff.js'
import { keepStaffMemory, staffMemory } from '../store/staff-memory.js'
import { alertAgain, endAlert } from './alert-timers.js'
import type { ChatKey } from './chat-key.js'
import type { TurnDeps } from './deps.js'
import { keepDigest } from './digest.js'
import { cardProps, sendWaiting } from './notify.js'
import { activeStaff } from './staff.js'
import { openCase, stepOnce, type TurnResult } from './take-turn.js'
import { worldOf } from './world.js'

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
  const me = entryOf(key, stored, member, now, parts[0]?.chat ?? '')
  // Only what they write themselves activates them: then WhatsApp lets us write to them.
  const fresh = parts.some(({ author }) => author === 'contact') && activateStaff(deps.db, me)
  const deliver: ChatKey[] = [key]
  for (const part of parts) {
    if (part.author === 'contact') deliver.push(...obeyPart({ deps, key, me, now, part }))
  }
  if (fresh) {
    sendWaiting(deps, me, now)
    keepDigest(deps, me, now)
  }
  finishParts(
    deps.db,
    parts.map(({ rowId }) => rowId),
    now,
  )
  return { deliver, ask: null, wait: 'closed' }
}

type Obeying = {
  readonly deps: TurnDeps
  readonly key: ChatKey
  readonly me: StaffEntry
  readonly now: Iso
  readonly part: InboxPart
}

function obeyPart(work: Obeying): readonly ChatKey[] {
  const { deps, key, me, now, part } = work
  const event = eventOf(part)
  if (event === null) return []
  const before: StaffState = staffMemory(deps.db, key.contactId) ?? NEW_STAFF
  const saleId = `${part.id}`
  const quoting = part.content.kind === 'reaction' ? part.content.to : part.replyTo
  const world = worldOf(deps, me, { now, quoting, saleId })
  const obeyed = obey(before, event, world)
  keepStaffMemory(deps.db, key.contactId, obeyed.staff)
  for (const contactId of attended(before, event, obeyed, world)) {
    endAlert(deps, { contactId, lineId: key.lineId })
  }
  const replyId = newId(deps, key)
  const changed = obeyed.actions.flatMap((action) => perform(work, action, replyId, world.checkIn))
  answer(work, obeyed.replies, replyId)
  return [...changed, ...tellOthers(work, obeyed.news)]
}

function eventOf({ content }: InboxPart): OwnerEvent | null {
  if (content.kind === 'reaction') return { kind: 'reaction', emoji: content.emoji }
  const text = wordsOf(content)
  return text === null ? null : { kind: 'text', text }
}

type Action = Obeyed['actions'][number]

/** Carries out one change through the engine and remembers how to take it back. */
function perform(
  work: Obeying,
  { target, action, undoes }: Action,
  replyId: MessageId | null,
  checkIn: number | null,
): readonly ChatKey[] {
  const { deps, key, me, now, part } = work
  const chat = { contactId: target, lineId: key.lineId }
  const stored = openCase(deps, chat, '')
  const by: Actor & { kind: 'staff' } = { kind: 'staff', id: me.contactId, name: me.name }
  const { deliver } = stepOnce(deps, chat, stored, { kind: 'owner', by, action })
  if (undoes !== null) markUndone(deps.db, Number(undoes), now)
  const after = openCase(deps, chat, '')
  if (letsGo(action)) alertAgain(deps, chat, after, now)
  addOwnerWord(deps.db, {
    by: me.contactId,
    about: target,
    inquiryId: after.inquiry?.id ?? null,
    word: wordsOf(part.content) ?? '',
    action,
    before: {
      ...beforeOf(stored),
      name: nameOf(stored),
      stageAfter: after.contact.stage,
      checkIn: action.kind === 'won' ? checkIn : null,
    },
    messageId: part.id,
    replyMessageId: replyId,
    at: now,
  })
  return deliver
}

function letsGo(action: OwnerAction): boolean {
  return action.kind === 'release' || (action.kind === 'undo' && action.of.kind === 'take')
}

function nameOf({ contact }: StoredCase): string {
  const said = contact.slots.name
  return said?.status === 'known'
    ? String(said.value)
    : (contact.profileName ?? contact.phone ?? '')
}

function answer(work: Obeying, replies: readonly OwnerReply[], firstId: MessageId | null): void {
  replies.forEach((reply, index) => {
    const id = index === 0 ? firstId : newId(work.deps, work.key)
    if (id !== null) enqueueTo(work, work.me, textOf(work, reply), id)
  })
}

function textOf({ deps, key, now }: Obeying, reply: OwnerReply): string {
  if (reply.kind === 'text') return reply.text
  const chat = { contactId: reply.target, lineId: key.lineId }
  return leadCard(cardProps(deps, chat, openCase(deps, chat, ''), now), reply.size)
}

/** Tells colleagues who hold a card of the same contact what became of it. */
function tellOthers(work: Obeying, news: Obeyed['news']): readonly ChatKey[] {
  const { deps, key } = work
  return news.flatMap(({ about, text }) =>
    holdersOf(deps, key, about).map((holder) => {
      const id = newId(deps, key)
      if (id !== null) enqueueTo(work, holder, text, id)
      return { contactId: holder.contactId, lineId: holder.lineId }
    }),
  )
}

function enqueueTo(
  { deps, now }: Obeying,
  to: StaffEntry,
  text: string,
  messageId: MessageId,
): void {
  enqueue(deps.db, {
    lineId: to.lineId,
    contactId: to.contactId,
    chat: to.chat,
    messageId,
    message: { kind: 'text', text },
    replyTo: null,
    occasion: 'notice',
    notBefore: null,
    at: now,
  })
}

function newId(deps: TurnDeps, { lineId }: ChatKey): MessageId | null {
  return deps.channel(lineId)?.newMessageId() ?? null
}

function entryOf(
  { contactId, lineId }: ChatKey,
  { contact }: StoredCase,
  { role, name, phone }: StaffMember,
  activatedAt: Iso,
  chat: string,
): StaffEntry {
  return { contactId, lineId, chat, role, name, phone: contact.phone ?? phone, activatedAt }
}

function holdersOf(
  deps: TurnDeps,
  { contactId, lineId }: ChatKey,
  about: ContactId,
): readonly StaffEntry[] {
  const holders = cardHolders(deps.db, about)
  return activeStaff(deps.db, deps.business, lineId).filter(
    (each) => each.contactId !== contactId && holders.includes(each.contactId),
  )
}
