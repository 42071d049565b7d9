import { wordsOf } from '../../core/conversation/media.js'
import { message } from '../../core/messages.js'
import type { OwnerEvent } from '../../core/owner/types.js'
import type { InboxPart } from '../../store/inbox.js'
import type { TurnDeps } from '../deps.js'

/** A message of staff as a word of theirs; null where it has no words. */
export function staffEvent({ content }: InboxPart): OwnerEvent | null {
  if (content.kind === 'reaction') return { kind: 'reaction', emoji: content.emoji }
  const text = wordsOf(content)
  return text === null ? null : { kind: 'text', text }
}

/** What is answered to a voice note that stayed without words; null for anything else. */
export function unheardText(
  { transcribe, messages, business: { treatment } }: TurnDeps,
  { content }: InboxPart,
): string | null {
  if (content.kind !== 'audio') return null
  const options = { treatment, turn: 0 }
  return transcribe === null
    ? message(messages, 'owner.audio.deaf', {}, options)
    : message(messages, 'owner.audio.lost', {}, options)
}
