import { wordList } from '../business/word-list.js'
import type { Messages } from '../messages.js'
import type { Word } from './command-words.js'

/**
 * Whether a message is nothing but thanks ("muchas gracias, muy amable") or agreement ("ok,
 * perfecto"): it asks for nothing and is answered in a word.
 */
export function isCourtesy(words: readonly Word[], messages: Messages): 'thanks' | 'okay' | null {
  const said = words.map(({ text }) => text).join(' ')
  if (wordList(messages, 'owner.words.bye').includes(said)) return 'okay'
  const thanks = wordList(messages, 'owner.words.thanks')
  const okay = wordList(messages, 'owner.words.okay')
  const beside = wordList(messages, 'owner.words.beside_courtesy')
  const known = [...thanks, ...okay, ...beside]
  if (!words.every(({ text }) => known.includes(text))) return null
  if (words.some(({ text }) => thanks.includes(text))) return 'thanks'
  return words.some(({ text }) => okay.includes(text)) ? 'okay' : null
}
