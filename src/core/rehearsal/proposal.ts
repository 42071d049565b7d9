import type { Effect } from '../conversation/effects.js'
import type { ContactState, Dialogue, InquiryState } from '../conversation/types.js'
import type { Outgoing } from '../types.js'

/**
 * What the bot would have answered, while it only rehearses: nothing of it was said or asked. Once a
 * person approves it, the conversation goes on as if it had been.
 */
export type Proposal = {
  /** Of the message that it answers. */
  readonly id: string
  /** What they wrote; null where it had no words. */
  readonly said: string | null
  readonly messages: readonly Outgoing[]
  /** They asked something. */
  readonly asks: boolean
  /** What would be otherwise, had it been said. */
  readonly patch: {
    readonly contact: Partial<ContactState>
    readonly inquiry: Partial<InquiryState>
    readonly dialogue: Partial<Dialogue>
  }
  /** What would happen besides: reminders, questions without an answer. */
  readonly effects: readonly Effect[]
}

/** News of what the bot would have answered to what they wrote. */
export type RehearsalNotice = Pick<Proposal, 'id' | 'said' | 'messages'> & {
  readonly kind: 'rehearsal'
}

/** What was said to an answer that was only rehearsed, and what went out then. */
export type RehearsalSettled = {
  readonly kind: 'rehearsed'
  readonly verdict: 'yes' | 'no' | 'words'
  readonly said: string | null
  readonly proposed: string
  readonly sent: string | null
}

/** The same as one text, the options numbered as a phone shows them. */
export function proposedText({ messages }: Pick<Proposal, 'messages'>): string {
  return messages.map(shown).join('\n\n')
}

function shown(message: Outgoing): string {
  if (message.kind !== 'options') return message.text
  const lines = message.options.map(({ label }, at) => `${at + 1}. ${label}`)
  return [message.text, ...lines].join('\n')
}
