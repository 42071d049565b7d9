import { type ChatKey, keyText } from '../store/chat-key.js'

type ChatQueues = {
  /** Runs a job after every earlier one of the same chat. */
  run(key: ChatKey, job: () => Promise<void>): Promise<void>
  /** Resolves when no job is running or waiting. */
  idle(): Promise<void>
}

/** One at a time per conversation, in order; different conversations side by side. */
export function createChatQueues(): ChatQueues {
  const tails = new Map<string, Promise<void>>()
  return {
    run: (key, job) => {
      const text = keyText(key)
      const tail = (tails.get(text) ?? Promise.resolve()).then(job)
      const end = (): void => {
        if (tails.get(text) === settled) tails.delete(text)
      }
      const settled = tail.then(end, end)
      tails.set(text, settled)
      return tail
    },
    idle: async () => {
      while (tails.size > 0) await Promise.all(tails.values())
    },
  }
}
