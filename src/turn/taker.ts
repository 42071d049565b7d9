import type { LlmAnswer, LlmQuestion } from '../core/conversation/llm.js'
import { type ChatKey, keyText } from '../store/chat-key.js'
import type { LlmTask } from '../store/llm-tasks.js'
import { createRecent } from '../store/recent.js'
import { createChatQueues } from './chat-queues.js'
import type { TurnDeps } from './deps.js'
import { listen } from './listen.js'
import { concludeTask } from './model-tasks.js'
import { showRead } from './receipts.js'
import { createRetries } from './retries.js'
import type { Sender } from './sender.js'
import { setAside } from './set-aside.js'
import { type BurstWait, createSettler } from './settle.js'
import { takeThought, takeTurn } from './take-turn.js'
import { createThinker, type Thinker, type Thought } from './thinker.js'
import type { TurnResult } from './turn-result.js'

const RETRY_MS = 1_000
/** Of a chat that is quieter than these, a burst is waited for as after an open question. */
const BUSY_CHATS = 1_000

export type Taker = {
  /** A message of this chat is stored: its burst is waited for and then taken as one turn. */
  heard(key: ChatKey): void
  typing(key: ChatKey): void
  /** Does what a committed turn left to do. */
  finish(key: ChatKey, result: TurnResult): void
  ask(key: ChatKey, question: LlmQuestion): void
  ponder(task: LlmTask): void
  /** Closes open bursts and waits for turns and model calls; true when a model was waited for. */
  idle(): Promise<boolean>
  close(): Promise<void>
}

/** Takes turns: one at a time per chat, as many chats as there are. */
export function createTaker(deps: TurnDeps, burstWait: BurstWait, sender: Sender): Taker {
  const queues = createChatQueues()
  const waits = createRecent<string, TurnResult['wait']>(BUSY_CHATS)
  const retries = createRetries()
  let closed = false
  const settler = createSettler(burstWait, (key) => void queues.run(key, () => take(key)))
  const thinker = createThinker(deps, {
    heard: (key, thought) => queues.run(key, () => think(key, thought)),
    done: (task, answer) => queues.run(chatOf(task), () => conclude(deps, task, answer, finish)),
  })
  const finish = (key: ChatKey, result: TurnResult): void => {
    waits.set(keyText(key), result.wait)
    carryOut({ deps, sender, thinker }, key, result)
  }

  const take = async (key: ChatKey): Promise<void> => {
    if (closed) return
    try {
      if (deps.transcribe !== null) await listen(deps, key)
      finish(key, await deps.db.write(() => takeTurn(deps, key)))
    } catch (error) {
      deps.log.error({ error }, 'turn failed')
      if (!(await setAside(deps, key, sender))) retries.later(RETRY_MS, () => heard(key))
    }
  }

  const think = async (key: ChatKey, thought: Thought): Promise<void> => {
    finish(key, await deps.db.write(() => takeThought(deps, key, thought)))
    // What they wrote meanwhile waited for the answer.
    if (thought.kind === 'llm_answered') await take(key)
  }

  const heard = (key: ChatKey): void => settler.heard(key, waits.get(keyText(key)) ?? 'open')

  return {
    heard,
    typing: settler.typing,
    finish,
    ...thinker,
    idle: () => {
      settler.closeAll()
      return queues.idle().then(thinker.idle)
    },
    close: () => {
      closed = true
      for (const each of [settler, retries]) each.stop()
      return queues.idle()
    },
  }
}

/** What a model wrote beside the talk, heard in its turn. */
async function conclude(
  deps: TurnDeps,
  task: LlmTask,
  answer: LlmAnswer,
  finish: Taker['finish'],
): Promise<void> {
  finish(chatOf(task), await deps.db.write(() => concludeTask(deps, task, answer)))
}

/** In whose chat it is heard: an owner's draft in theirs. */
function chatOf({ contactId, lineId, forStaff }: LlmTask): ChatKey {
  return { contactId: forStaff ?? contactId, lineId }
}

type Hands = { readonly deps: TurnDeps; readonly sender: Sender; readonly thinker: Thinker }

/** What a committed turn left to do. */
function carryOut({ deps, sender, thinker }: Hands, key: ChatKey, result: TurnResult): void {
  showRead(deps, key, result.read)
  sendAll(sender, result.deliver)
  if (result.ask !== null) thinker.ask(key, result.ask)
  for (const task of result.tasks) thinker.ponder(task)
  deps.changed()
}

/** Each chat once, however many of its messages wait. */
function sendAll(sender: Sender, keys: readonly ChatKey[]): void {
  const [only] = keys
  if (only !== undefined && keys.length === 1) return sender.send(only)
  const chats = new Map(keys.map((key) => [keyText(key), key]))
  for (const key of chats.values()) sender.send(key)
}
