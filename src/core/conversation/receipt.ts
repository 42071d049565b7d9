import { wordList } from '../business/word-list.js'
import type { Content } from '../types.js'
import { fold } from '../understanding/normalise.js'
import type { Draft } from './draft.js'

type Filed = Extract<Content, { kind: 'image' | 'document' }>

/**
 * Whether a picture or document may prove a payment: they want to buy, and either they say so themselves
 * or the owner has given them a price. The owner is asked; nothing is taken for granted.
 */
export function mayBeReceipt(
  { inquiry, context, heardText }: Pick<Draft, 'inquiry' | 'context' | 'heardText'>,
  content: Filed,
): boolean {
  if (inquiry === null || inquiry.outcome !== null) return false
  const name = content.kind === 'document' ? content.name : ''
  const said = fold(`${content.caption ?? ''} ${name} ${heardText ?? ''}`).split(/[^\p{L}\p{N}]+/u)
  const words = wordList(context.messages, 'chat.payment.words')
  return inquiry.quote !== null || said.some((word) => words.includes(word))
}
