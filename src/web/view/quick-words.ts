import { type Messages, message } from '../../core/messages.js'

/** A word to tap instead of writing it; `whole` ones say everything, others want an end. */
export type QuickWord = { readonly text: string; readonly whole: boolean }

const MORE = ' …'
/** Where the words stand that the bot understands from owners. */
const COMMANDS = 'owner.words.'

/** The owner's words offered under the chat: of the list in the messages, those the bot knows. */
export function quickWords(messages: Messages): readonly QuickWord[] {
  const known = new Set(
    Object.entries(messages).flatMap(([key, words]) =>
      key.startsWith(COMMANDS) && Array.isArray(words) ? words : [],
    ),
  )
  return message(messages, 'web.words')
    .split(' · ')
    .map((entry) => ({ text: entry.replace(MORE, ''), whole: !entry.endsWith(MORE) }))
    .filter(({ text }) => known.has(text.replace(/ por$/, '')))
}
