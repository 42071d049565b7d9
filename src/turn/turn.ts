import type { Receipt } from '../channels/channel.js'
import { llmQuestion } from '../core/conversation/thought.js'
import type { Identity, Inbound, Iso, LineId, MessageId } from '../core/types.js'
import { keepAcquaintances } from '../store/acquaintances.js'
import type { ChatKey } from '../store/chat-key.js'
import { learnIdentities, type Recognised } from '../store/identity.js'
import { pendingChats, storeInbound } from '../store/inbox.js'
import { openLlmTasks } from '../store/llm-tasks.js'
import { unfinishedChats } from '../store/outbox.js'
import type { Database } from '../store/sqlite/database.js'
import { thinkingChats } from '../store/thinking.js'
import { createChatBook } from './chat-book.js'
import { contextAt } from './context.js'
import type { TurnDeps } from './deps.js'
import { forget } from './forget.js'
import { createReceipts } from './receipts.js'
import { keepCallLists } from './scheduled/call-lists.js'
import { createTicketCheck } from './scheduled/check-tickets.js'
import { type Counter, createCounter } from './scheduled/counter.js'
import { keepDigests } from './scheduled/digest.js'
import { fireDue } from './scheduled/fire-timers.js'
import { createNightly } from './scheduled/nightly.js'
import { keepReports } from './scheduled/report.js'
import { tellLifted, tellStanding } from './scheduled/standing.js'
import { createWeeklyBackup, type WeeklyBackup } from './scheduled/weekly-backup.js'
import { createSender, type Sender } from './sender.js'
import type { BurstWait } from './settle.js'
import { createTaker, type Taker } from './taker.js'

export type Turns = {
  /** Resolves once the message is on disk: only then may its channel acknowledge it. */
  receive(inbound: Inbound): Promise<void>
  typing(lineId: LineId, chat: string): void
  /** Notes that a message of ours reached the other phone, or was read there. */
  receipt(lineId: LineId, messageId: MessageId, status: Receipt): Promise<void>
  /** The person behind a phone is unknown again; a turn of theirs has happened or never will. */
  forget(phone: string): Promise<void>
  /** Notes that one person has all of these. */
  identities(lineId: LineId, identities: readonly Identity[]): Promise<void>
  /** Notes with whom the number had chats before it was linked, which happened at `since`. */
  acquaintances(people: readonly (readonly Identity[])[], since: Iso): Promise<void>
  /** WhatsApp restricts the number: an owner is told. */
  standing(lineId: LineId, lockedUntil: Iso | null): Promise<void>
  /** WhatsApp says that it does not: whoever heard that it did is told. */
  unrestricted(lineId: LineId): Promise<void>
  /** A line can send again: what waits on it goes at once. */
  ready(lineId: LineId): void
  /** Fires every timer that is due by the app's clock. */
  fire(): Promise<void>
  /** Counts for the figures whoever changed since the last time; first enters whoever is not entered yet. */
  count(): Promise<void>
  /** Picks up whatever was not finished when the process ended. */
  resume(): void
  /** Closes open bursts and waits for turns, outbox and model calls. */
  settle(): Promise<void>
  /** Stops taking turns and waits for those that run. */
  close(): Promise<void>
}

/** The durable turn: receive → settle → take → commit → deliver, and everything resumed at start. */
export function createTurns(deps: TurnDeps, burstWait: BurstWait): Turns {
  const { db } = deps
  const sender = createSender(deps)
  const taker = createTaker(deps, burstWait, sender)
  const chats = createChatBook()
  const counter = createCounter(deps)

  const goOnAsOne = ({ contactId, merged }: Recognised): void => {
    if (merged.length === 0) return
    chats.join(merged, contactId)
    takeUp(deps, taker, sender, (key) => key.contactId === contactId)
  }
  const backup = createWeeklyBackup(deps)
  const fire = createFire(deps, taker, sender, backup)
  const settled = (): Promise<void> => allDone(db, taker, sender)

  return {
    receive: async (inbound) => {
      const { lineId, chat } = inbound
      const stored = await db.write(() => storeInbound(db, inbound, deps.now()))
      chats.keep(lineId, chat, stored.contactId)
      taker.heard({ contactId: stored.contactId, lineId })
      goOnAsOne(stored)
      deps.changed()
    },
    typing: (lineId, chat) => {
      const key = chats.of(lineId, chat)
      if (key !== undefined) taker.typing(key)
    },
    receipt: createReceipts(deps),
    forget: (phone) => forget(deps, phone),
    identities: async (_line, identities) => {
      const known = await learn(deps, identities)
      if (known !== null) goOnAsOne(known)
    },
    acquaintances: (people, since) =>
      db.write(() => keepAcquaintances(db, people, since, deps.now())),
    standing: (lineId, until) => tell(deps, sender, () => tellStanding(deps, lineId, until)),
    unrestricted: async (lineId) => {
      await tell(deps, sender, () => tellLifted(deps, lineId))
      await fire()
    },
    ready: (lineId) => sendUnsent(db, sender, (key) => key.lineId === lineId),
    fire,
    count: counter.run,
    resume: () => resume(deps, taker, sender),
    settle: () => settleAll(settled, fire),
    close: () => close(db, { counter, backup, taker, sender }),
  }
}

async function tell({ db }: TurnDeps, sender: Sender, write: () => ChatKey | null): Promise<void> {
  const told = await db.write(write)
  if (told !== null) sender.send(told)
}

/** What a turn left for this very moment fires too: a deletion that waited for its goodbye. */
async function settleAll(settled: () => Promise<void>, fire: () => Promise<void>): Promise<void> {
  await settled()
  await fire()
  await settled()
}

function learn({ db, now }: TurnDeps, identities: readonly Identity[]): Promise<Recognised | null> {
  return db.write(() => learnIdentities(db, identities, now()))
}

type Closing = {
  readonly counter: Counter
  readonly backup: WeeklyBackup
  readonly taker: Taker
  readonly sender: Sender
}

async function close(db: Database, { counter, backup, taker, sender }: Closing): Promise<void> {
  counter.stop()
  await backup.close()
  await taker.close()
  await sender.close()
  await db.drain()
}

function resume(deps: TurnDeps, taker: Taker, sender: Sender): void {
  const { db } = deps
  void keepDigestsIn(deps)
  for (const { key, question } of thinkingChats(db)) {
    taker.ask(key, llmQuestion(contextAt(deps, deps.now()), question))
  }
  for (const task of openLlmTasks(db)) taker.ponder(task)
  takeUp(deps, taker, sender, () => true)
}

/** What waits in some chats, unread or unsent, goes on. */
function takeUp(
  { db }: TurnDeps,
  taker: Taker,
  sender: Sender,
  isMeant: (key: ChatKey) => boolean,
): void {
  for (const key of pendingChats(db)) if (isMeant(key)) taker.heard(key)
  sendUnsent(db, sender, isMeant)
}

function sendUnsent(db: Database, sender: Sender, isMeant: (key: ChatKey) => boolean): void {
  for (const key of unfinishedChats(db)) if (isMeant(key)) sender.send(key)
}

/** Owners may have been named, and the hour changed, since the last start. */
async function keepDigestsIn(deps: TurnDeps): Promise<void> {
  try {
    await deps.db.write(() => keepOwnersTold(deps))
  } catch (error) {
    deps.log.error({ error }, 'could not set the digests')
  }
}

function createFire(
  deps: TurnDeps,
  taker: Taker,
  sender: Sender,
  backup: WeeklyBackup,
): () => Promise<void> {
  const checkTickets = createTicketCheck(deps)
  const nightly = createNightly(deps)
  return async () => {
    await checkTickets()
    await fireAll(deps, taker)
    await nightly()
    const told = await backup.run()
    if (told !== null) sender.send(told)
  }
}

function keepOwnersTold(deps: TurnDeps): void {
  keepDigests(deps, deps.now())
  keepCallLists(deps, deps.now())
  keepReports(deps, deps.now())
}

async function fireAll(deps: TurnDeps, taker: Taker): Promise<void> {
  for (let fired = await fireDue(deps); fired.length > 0; fired = await fireDue(deps)) {
    for (const { key, result } of fired) taker.finish(key, result)
  }
}

/** Turns, model calls and deliveries: each may start another, none of them is endless. */
async function allDone(db: Database, taker: Taker, sender: Sender): Promise<void> {
  for (let quiet = 0; quiet < 2; quiet += 1) {
    if (await taker.idle()) quiet = 0
    await sender.idle()
    await db.drain()
  }
}
