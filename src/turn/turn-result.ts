import type { LlmQuestion } from '../core/conversation/events.js'
import type { MessageId } from '../core/types.js'
import type { ChatKey } from '../store/chat-key.js'
import type { LlmTask } from '../store/llm-tasks.js'

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
