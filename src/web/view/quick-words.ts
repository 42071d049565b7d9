import { wordList } from '../../core/business/word-list.js'
import { type Messages, message } from '../../core/messages.js'
import { KINDS, phrasesOf } from '../../core/owner/command-words.js'
import { fold } from '../../core/understanding/normalise.js'
import type { Desk } from '../deps.js'

/** A word to tap instead of writing it; `whole` ones say everything, others want an end. */
export type QuickWord = { readonly text: string; readonly whole: boolean }

/**
 * The owner's words offered under the chat, what is likely next first: of the lists in the messages,
 * those the bot knows.
 */
export function quickWords(messages: Messages, desk: Desk): readonly QuickWord[] {
  return LISTS[desk](messages)
    .split(' · ')
    .flatMap((entry) => quickWord(entry, messages) ?? [])
}

/** "posponer …" as a word to tap; null for what the bot would not know. */
export function quickWord(entry: string, messages: Messages): QuickWord | null {
  const text = entry.replace(/\s*…$/, '')
  const known = [
    ...KINDS.flatMap((kind) => phrasesOf(kind, messages)),
    ...wordList(messages, 'owner.words.yes'),
    ...wordList(messages, 'owner.words.no'),
  ]
  if (!known.some((phrase) => isOrBegins(fold(text), phrase))) return null
  return { text, whole: text === entry }
}

const LISTS: Record<Desk, (messages: Messages) => string> = {
  empty: (messages) => message(messages, 'web.words.empty'),
  card: (messages) => message(messages, 'web.words.card'),
  taken: (messages) => message(messages, 'web.words.taken'),
  sold: (messages) => message(messages, 'web.words.sold'),
  asked: (messages) => message(messages, 'web.words.asked'),
}

/** "perdido por" begins as "perdido" does. */
function isOrBegins(text: string, phrase: string): boolean {
  return text === phrase || text.startsWith(`${phrase} `)
}
