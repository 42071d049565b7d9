import { cardText } from './card-text.js'
import type { LeadCardProps } from './lead-card.js'
import { quoted } from './quoted.js'

/** Older notes are left to the page. */
const NOTES_SHOWN = 2

/** What was noted about somebody last, as it was written, for their card. */
export function noteLines(
  notes: readonly string[],
  words: Pick<LeadCardProps, 'business' | 'messages'>,
): readonly string[] {
  return notes
    .slice(-NOTES_SHOWN)
    .map((note) => cardText(words, 'owner.card.note', { text: quoted(note) }))
}
