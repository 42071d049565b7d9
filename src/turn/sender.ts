import type { ChatKey } from '../store/chat-key.js'
import { createChatQueues } from './chat-queues.js'
import { deliver } from './deliver.js'
import type { TurnDeps } from './deps.js'
import { createRetries } from './retries.js'
import { createWarden } from './warden.js'

const RETRY_MS = 1_000

export type Sender = {
  /** Sends what a chat has waiting, now and again until it is gone. */
  send(key: ChatKey): void
  /** Resolves when nothing is being sent; what waits for a retry does not count. */
  idle(): Promise<void>
  close(): Promise<void>
}

/** Empties outboxes, one chat at a time each, and comes back to what could not be handed over. */
export function createSender(deps: TurnDeps): Sender {
  const queues = createChatQueues()
  const retries = createRetries()
  const underWay = new Set<number>()
  const warden = createWarden(deps)
  let closed = false

  const send = (key: ChatKey): void => {
    if (closed) return
    const sent = queues.run(key, async () => {
      const { retryAfter, told } = await deliver(deps, key, underWay, warden)
      for (const other of told) send(other)
      if (retryAfter !== null) retries.later(retryAfter, () => send(key))
    })
    sent.catch((error: unknown) => {
      deps.log.error({ error }, 'delivery failed')
      retries.later(RETRY_MS, () => send(key))
    })
  }

  return {
    send,
    idle: queues.idle,
    close: async () => {
      closed = true
      retries.stop()
      await queues.idle()
    },
  }
}
