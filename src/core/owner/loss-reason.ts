import { wordList } from '../business/word-list.js'
import type { Messages } from '../messages.js'
import { wordsOf } from './command-words.js'

/** `cause`: a noun that follows "por". `loose`: other words, which may also be a name. */
export type Reason = { readonly kind: 'cause' | 'loose'; readonly text: string }

/** What was written about a loss: the reason, and what stood before it. */
export type LossReader = (text: string) => {
  readonly before: string
  readonly reason: Reason | null
}

/** Reads "ana por precio", "porque se demoró", "se fue con otro". */
export function createLossReader(messages: Messages): LossReader {
  const causes = new Set(wordList(messages, 'owner.words.cause'))
  const nouns = new Set(wordList(messages, 'owner.words.cause_noun'))
  return (text) => {
    const cause = wordsOf(text).find((word) => causes.has(word.text))
    if (cause === undefined) return { before: '', reason: reasonOf('loose', text) }
    const kind = nouns.has(cause.text) ? 'cause' : 'loose'
    return { before: text.slice(0, cause.start), reason: reasonOf(kind, text.slice(cause.end)) }
  }
}

function reasonOf(kind: Reason['kind'], written: string): Reason | null {
  const text = written.replace(/^[\s:,.-]+|[\s.]+$/g, '')
  return text === '' ? null : { kind, text }
}
