import { wordList } from '../business/word-list.js'
import { type Draft, speak, tell } from '../conversation/draft.js'
import type { Heard } from '../conversation/heard.js'
import { hasWords } from './has-words.js'

/**
 * "cambié de número": whoever is in charge hears of it, since one person's history now stands under two numbers.
 * True when nothing else was said.
 */
export function heedNewNumber(draft: Draft, { folded, text, mentions, reading }: Heard): boolean {
  if (!hasWords(folded, wordList(draft.context.messages, 'order.new_number'))) return false
  tell(draft, { kind: 'added', what: text })
  speak(draft, 'chat.new_number')
  const more = mentions.products.length > 0 || reading.quantities.length > 0
  return !more && !reading.cues.includes('asks')
}
