import { wordList } from '../business/word-list.js'
import type { Messages } from '../messages.js'
import { fold } from '../understanding/normalise.js'

/** Words of their own before something counts as a reason. */
const LEAST = 2
const FILLER = ['order.fact_filler', 'owner.words.beside_courtesy', 'owner.words.thanks']

/** Whether more than a mark and a courtesy was said: "un 4, se demoraron muchísimo". */
export function saysWhy(text: string, messages: Messages): boolean {
  const filler = FILLER.flatMap((key) => wordList(messages, key))
  const words = fold(text).match(/\p{L}{3,}/gu) ?? []
  return words.filter((word) => !filler.includes(word)).length >= LEAST
}
