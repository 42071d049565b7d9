import { fold } from '../understanding/normalise.js'
import type { Draft } from './draft.js'

/** What the business sells in one word, folded: in Spanish, and in the person's language where that differs. */
export function tradeWords({
  context,
  spoken,
}: Pick<Draft, 'context' | 'spoken'>): readonly string[] {
  const words = [context.business.sells, spoken.sells].filter((word) => word !== '')
  return [...new Set(words.map((word) => fold(word)))]
}
