import type { Mentions } from '../business/mentions.js'
import type { Item } from '../conversation/types.js'
import { fold } from '../understanding/normalise.js'

/** Products named in a text, and what is left of it without them. */
export type ItemsIn = (text: string) => {
  readonly items: readonly Item[]
  readonly rest: string
}

/** Reads "20 camisetas polo y un delantal" by the catalogue. What is left is folded where anything was found. */
export function createItemsIn(mentions: (folded: string) => Mentions): ItemsIn {
  return (text) => {
    const folded = fold(text)
    const found = mentions(folded).products.filter(({ span }) => span[1] > span[0])
    if (found.length === 0) return { items: [], rest: text }
    const items: Item[] = []
    let rest = ''
    let from = 0
    for (const { id, span } of found) {
      const before = folded.slice(from, span[0])
      const counted = /(\d{1,6})\s+(?:de\s+)?$/.exec(before)
      rest += ` ${counted === null ? before : before.slice(0, counted.index)}`
      items.push({ product: id, quantity: counted === null ? null : Number(counted[1]) })
      from = span[1]
    }
    return { items, rest: `${rest} ${folded.slice(from)}` }
  }
}
