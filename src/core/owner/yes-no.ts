import { wordList } from '../business/word-list.js'
import type { Messages } from '../messages.js'
import { wordsOf } from './command-words.js'

/** `seen`: "ok", "listo": it may be a yes, or only mean that it was read. */
type YesNo = 'yes' | 'no' | 'seen'

/** A plain answer with nothing else said; null for anything more. */
export function yesNo(text: string, messages: Messages): YesNo | null {
  const yes = wordList(messages, 'owner.words.yes')
  const seen = wordList(messages, 'owner.words.vague_yes')
  const no = wordList(messages, 'owner.words.no')
  const beside = wordList(messages, 'owner.words.beside_answer')
  const words = wordsOf(text).map((word) => word.text)
  const isPlain = words.every((word) => [yes, seen, no, beside].some((list) => list.includes(word)))
  if (!isPlain) return null
  if (words.some((word) => no.includes(word))) return 'no'
  if (words.some((word) => yes.includes(word))) return 'yes'
  return words.some((word) => seen.includes(word)) ? 'seen' : null
}
