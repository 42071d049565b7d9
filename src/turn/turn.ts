import { llmQuestion } from '../core/conversation/thought.js'
import type { Inbound, LineId } from '../core/types.js'
import type { LlmAnswer, LlmQuestion } from '../core/conversation/types.js'
import {
  countAttempt,
  failParts,
  pendingChats,
  pendingParts,
  storeInbound,
} from '../store/inbox.js'
import { unfinishedChats } from '../store/outbox.js'
import { type ChatKey, keyText } from './chat-key.js'
import { deliver } from './deliver.js'
import type { TurnDeps } from './deps.js'
import { fireDue } from './fire-timers.js'
import { createLines } from './line.js'
import { createSettler, type Patience } from './settle.js'
import { openCase, stepOnce, takeTurn, type TurnResult } from './take-turn.js'
import { thinkingChats } from '../store/thinking.js'

/** A message that keeps failing is set aside after so many turns, and the owner is told. */
const ATTEMPTS = 3
const RETRY_MS = 1_000
const LLM_DEADLINE_MS = 25_000

export type Turns = {
  /** Resolves once the message is on disk: only then may its channel acknowledge it. */
  receive(inbound: Inbound): Promise<void>
  typing(lineId: LineId, chat: string): void
  /** Fires every timer that is due by the app's clock. */
  fire(): Promise<void>
  /** Picks up whatever was not finished when the process ended. */
  resume(): void
  /** Closes open bursts and waits for turns, outbox and model calls. */
  settle(): Promise<void>
  /** Stops taking turns and waits for those that run. */
  close(): Promise<void>
}

/** The durable turn: receive → settle → take → commit → deliver, and everything resumed at start. */
export function createTurns(deps: TurnDeps, patience: Patience): Turns {
  const turns = createLines()
  const sending = createLines()
  const waits = new Map<string, 'closed' | 'open'>()
  const chats = new Map<string, ChatKey>()
  const retries = new Set<NodeJS.Timeout>()
  const thinking = new Set<Promise<void>>()
  let closed = false

  const settler = createSettler(patience, (key) => void turns.run(key, () => take(key)).catch(logged))
  const logged = (error: unknown): void => deps.log.error({ err: error }, 'turn failed')

  const later = (ms: number, job: () => void): void => {
    if (closed) return
    const timer = setTimeout(() => {
      retries.delete(timer)
      job()
    }, ms)
    retries.add(timer)
  }

  const send = (key: ChatKey): void => {
    if (closed) return
    void sending
      .run(key, async () => {
        const { retryAfter } = await deliver(deps, key)
        if (retryAfter !== null) later(retryAfter, () => send(key))
      })
      .catch((error: unknown) => {
        logged(error)
        later(RETRY_MS, () => send(key))
      })
  }

  const finish = (key: ChatKey, result: TurnResult): void => {
    waits.set(keyText(key), result.wait)
    const seen = new Set<string>()
    for (const chat of result.deliver) {
      if (seen.has(keyText(chat))) continue
      seen.add(keyText(chat))
      send(chat)
    }
    if (result.ask !== null) ask(key, result.ask)
    deps.changed()
  }

  const take = async (key: ChatKey): Promise<void> => {
    if (closed) return
    try {
      finish(key, await deps.db.write(() => takeTurn(deps, key)))
    } catch (error) {
      logged(error)
      if (await setAside(deps, key)) return
      later(RETRY_MS, () => settler.heard(key, 'closed'))
    }
  }

  const ask = (key: ChatKey, question: LlmQuestion): void => {
    const { askLlm } = deps
    if (askLlm === null) return
    const asked = askLlm(question, AbortSignal.timeout(LLM_DEADLINE_MS))
      .catch((): LlmAnswer => ({ ok: false, reason: 'unreachable' }))
      .then((answer) => turns.run(key, () => hearAnswer(key, question.id, answer)))
      .catch(logged)
      .finally(() => thinking.delete(asked))
    thinking.add(asked)
  }

  const hearAnswer = async (key: ChatKey, question: string, answer: LlmAnswer): Promise<void> => {
    const event = { kind: 'llm_answered', question, answer } as const
    finish(key, await deps.db.write(() => stepOnce(deps, key, openCase(deps, key, ''), event)))
    // What they wrote meanwhile waited for the answer.
    await take(key)
  }

  const idle = async (): Promise<void> => {
    // Each of them may start another; none of them is endless.
    for (let quiet = 0; quiet < 2; quiet += 1) {
      settler.closeAll()
      await turns.idle()
      if (thinking.size > 0) quiet = 0
      await Promise.all(thinking)
      await sending.idle()
      await deps.db.drain()
    }
  }

  return {
    receive: async (inbound) => {
      const { contactId } = await deps.db.write(() => storeInbound(deps.db, inbound, deps.now()))
      const key = { contactId, lineId: inbound.lineId }
      chats.set(`${inbound.lineId}/${inbound.chat}`, key)
      if (closed) return
      settler.heard(key, waits.get(keyText(key)) ?? 'open')
      deps.changed()
    },
    typing: (lineId, chat) => {
      const key = chats.get(`${lineId}/${chat}`)
      if (key !== undefined) settler.typing(key)
    },
    fire: async () => {
      for (let fired = await fireDue(deps); fired.length > 0; fired = await fireDue(deps)) {
        for (const { key, result } of fired) finish(key, result)
      }
    },
    resume: () => {
      for (const { key, question } of thinkingChats(deps.db)) {
        ask(key, llmQuestion(deps.business, question.id, question.text))
      }
      for (const key of pendingChats(deps.db)) settler.heard(key, 'closed')
      for (const key of unfinishedChats(deps.db)) send(key)
    },
    settle: idle,
    close: async () => {
      closed = true
      settler.stop()
      for (const timer of retries) clearTimeout(timer)
      await turns.idle()
      await sending.idle()
      await deps.db.drain()
    },
  }
}

/** Counts a failed turn; true when its messages were set aside because they keep failing. */
async function setAside(deps: TurnDeps, key: ChatKey): Promise<boolean> {
  const { db } = deps
  try {
    return await db.write(() => {
      const parts = pendingParts(db, key.contactId, key.lineId)
      const rows = parts.map(({ rowId }) => rowId)
      countAttempt(db, rows)
      const spent = parts.some(({ attempts }) => attempts + 1 >= ATTEMPTS)
      if (spent) failParts(db, rows, 'turn failed', deps.now())
      return spent
    })
  } catch {
    // The store itself is failing (a full disk): nothing is counted and nothing is given up.
    return false
  }
}
