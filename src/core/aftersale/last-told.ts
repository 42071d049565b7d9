import { wordList } from '../business/word-list.js'
import type { Messages } from '../messages.js'
import { fold } from '../understanding/normalise.js'

/**
 * What somebody told at the last call that said anything of them: "todo bien, abre en mayo" → "abre en
 * mayo". Where no call did, the last words noted; null where there are none.
 */
export function lastTold(notes: readonly string[], messages: Messages): string | null {
  const details = notes.map((note) => detailOf(note, messages))
  const last = notes.findLast((note) => note.trim() !== '') ?? null
  return details.findLast((detail) => detail !== '') ?? last
}

/** The parts of a note that say something of the person, in the words they were noted in. */
function detailOf(note: string, messages: Messages): string {
  const empty = wordList(messages, 'owner.words.no_detail')
  return note
    .split(/[,.;]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !empty.includes(fold(part).trim()))
    .join(', ')
}
