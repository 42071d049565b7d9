import { wordList } from '../business/word-list.js'
import { fold } from '../understanding/normalise.js'
import type { Draft } from './draft.js'

/**
 * What the business sells, folded: in Spanish, and in the person's language where that differs. "pasteles, pan y café" are
 * three.
 */
export function tradeWords({
  context,
  spoken,
}: Pick<Draft, 'context' | 'spoken'>): readonly string[] {
  const joins = wordList(context.messages, 'order.joins')
  const texts = new Set([context.business.sells, spoken.sells])
  return [...texts].flatMap((text) => thingsIn(text, joins)).filter((thing) => thing !== '')
}

function thingsIn(text: string, joins: readonly string[]): readonly string[] {
  const things: string[][] = [[]]
  for (const word of fold(text).split(/(,)|\s+/)) {
    if (word === ',' || joins.includes(word)) things.push([])
    else if (word !== undefined && word !== '') things.at(-1)?.push(word)
  }
  return things.map((words) => words.join(' '))
}
