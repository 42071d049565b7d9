import { wordList } from '../business/word-list.js'
import type { Messages } from '../messages.js'
import { fold } from '../understanding/normalise.js'

/** Words of their own before something counts as a reason. */
const LEAST = 2
const FILLER = ['order.fact_filler', 'owner.words.beside_courtesy', 'owner.words.thanks']
/** "jajaja", "jeje". */
const LAUGH = /^(?:[jh][aei]){2,}j?$/

/** Whether more than a mark and a courtesy was said: "un 4, se demoraron muchísimo". */
export function saysWhy(text: string, messages: Messages): boolean {
  return ownWords(text, messages).length >= LEAST
}

/** The words of a text that are neither courtesy nor laughter nor in every other sentence. */
export function ownWords(text: string, messages: Messages): readonly string[] {
  const filler = FILLER.flatMap((key) => wordList(messages, key))
  const words = fold(text).match(/\p{L}{3,}/gu) ?? []
  return words.filter((word) => !filler.includes(word) && !LAUGH.test(word))
}
