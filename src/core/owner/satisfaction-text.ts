import type { Satisfaction } from '../conversation/types.js'
import { cardText } from './card-text.js'
import type { World } from './types.js'

/** How it went by their last word, as no line or one: "satisfacción 9 de 10", "quedó bien". */
export function satisfactionText(
  satisfaction: Satisfaction | null,
  words: Pick<World, 'business' | 'messages'>,
): readonly string[] {
  if (satisfaction === null) return []
  const { kind, score, good } = satisfaction
  if (kind === 'nps' && score !== null) {
    return [cardText(words, 'owner.customers.score', { score })]
  }
  return good
    ? [cardText(words, 'owner.customers.went_well')]
    : [cardText(words, 'owner.customers.went_badly')]
}
