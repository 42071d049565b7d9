import { wordList } from '../business/word-list.js'
import type { Messages } from '../messages.js'
import { wordsOf } from './command-words.js'

/** A plain yes or no, with nothing else said; null for anything more. */
export function yesNo(text: string, messages: Messages): boolean | null {
  const yes = wordList(messages, 'owner.words.yes')
  const no = wordList(messages, 'owner.words.no')
  const beside = wordList(messages, 'owner.words.beside_answer')
  const words = wordsOf(text).map((word) => word.text)
  const isPlain = words.every((word) => [yes, no, beside].some((list) => list.includes(word)))
  if (!isPlain) return null
  if (words.some((word) => no.includes(word))) return false
  return words.some((word) => yes.includes(word)) ? true : null
}
