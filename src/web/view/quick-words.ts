import { type Messages, message } from '../../core/messages.js'
import { KINDS, phrasesOf } from '../../core/owner/command-words.js'
import { fold } from '../../core/understanding/normalise.js'

/** A word to tap instead of writing it; `whole` ones say everything, others want an end. */
export type QuickWord = { readonly text: string; readonly whole: boolean }

const MORE = ' …'

/** The owner's words offered under the chat: of the list in the messages, those the bot knows. */
export function quickWords(messages: Messages): readonly QuickWord[] {
  const known = KINDS.flatMap((kind) => phrasesOf(kind, messages))
  return message(messages, 'web.words')
    .split(' · ')
    .map((entry) => ({ text: entry.replace(MORE, ''), whole: !entry.endsWith(MORE) }))
    .filter(({ text }) => known.some((phrase) => isOrBegins(fold(text), phrase)))
}

/** "perdido por" begins as "perdido" does. */
function isOrBegins(text: string, phrase: string): boolean {
  return text === phrase || text.startsWith(`${phrase} `)
}
