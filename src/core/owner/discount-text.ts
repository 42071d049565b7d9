import { cardText } from './card-text.js'
import type { World } from './types.js'

/** "con el 10 % de descuento"; 0 is one of unknown size. */
export function discountText(percent: number, words: Pick<World, 'business' | 'messages'>): string {
  return percent === 0
    ? cardText(words, 'owner.done.less')
    : cardText(words, 'owner.done.percent_less', { percent })
}
