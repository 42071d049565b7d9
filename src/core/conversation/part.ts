import type { Content, Iso, MessageId } from '../types.js'

/** One message of a burst. */
export type Part = {
  readonly id: MessageId
  readonly at: Iso
  readonly content: Content
  readonly replyTo: MessageId | null
}
