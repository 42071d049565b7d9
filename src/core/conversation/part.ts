import type { Content, Iso, MessageId } from '../types.js'

/** One message of a burst. */
export type Part = {
  readonly id: MessageId
  readonly at: Iso
  readonly content: Content
  readonly replyTo: MessageId | null
}

/** A burst as it came: what stands before an answer to it hangs on that. */
export type Arrived = {
  /** When the oldest message of it was written. */
  readonly writtenAt: Iso
  /** A pause by a person had just ended. */
  readonly returns: boolean
  /** It opened one more inquiry. */
  readonly newInquiry: boolean
  readonly voiced: boolean
}
