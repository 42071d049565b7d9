import type { MessageId } from '../types.js'
import type { Part } from './types.js'

/**
 * A burst as it stands when it is read: a message edited before anybody answered it counts in its
 * last wording and its first place, one deleted again counts as never sent. Edits and deletions of
 * what was answered earlier stay as they are.
 */
export function asItStands<P extends Part>(parts: readonly P[]): readonly P[] {
  const wordings = new Map<MessageId, P>()
  const deleted = new Set<MessageId>()
  for (const part of parts) {
    if (part.content.kind === 'edit') wordings.set(part.content.of, part)
    if (part.content.kind === 'delete') deleted.add(part.content.of)
  }
  if (wordings.size === 0 && deleted.size === 0) return parts
  const here = new Set(parts.map(({ id }) => id))
  return parts.flatMap((part) => {
    if (deleted.has(part.id)) return []
    // The wording stands where the message stood; the edit itself is then spent.
    const of = changed(part)
    return of !== null && here.has(of) ? [] : (wordings.get(part.id) ?? part)
  })
}

/** The message that an edit or a deletion is about. */
function changed({ content }: Part): MessageId | null {
  return content.kind === 'edit' || content.kind === 'delete' ? content.of : null
}
