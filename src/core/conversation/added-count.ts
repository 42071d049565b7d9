import { wordList } from '../business/word-list.js'
import type { Draft } from './draft.js'
import type { Heard } from './heard.js'
import { readAs } from './read-as.js'
import type { Item } from './types.js'

/** "súmele 4 más", "agréguele 5 delantales": so many on top of what stands there already. */
export function isAdded({ context }: Draft, { words }: Heard): boolean {
  const list = (key: string) => wordList(context.messages, key)
  if (words.some((word) => list('order.adds').includes(word))) return true
  const [more = ''] = list('order.on_top')
  // "15 más o menos" is how many, about.
  return words.some((word, at) => word === more && isNumber(words[at - 1]) && words[at + 1] !== 'o')
}

/** The counts of what was named, each with what they wanted of it before. */
export function onTop(draft: Draft, named: readonly Item[]): readonly Item[] {
  const before = draft.inquiry?.items ?? []
  return named.map((item) => {
    const had = before.find(({ product }) => product === item.product)?.quantity ?? null
    return item.quantity === null || had === null
      ? item
      : { ...item, quantity: item.quantity + had }
  })
}

/** How many more, where a question waits that a bare number would answer otherwise. */
export function countAdded({ context }: Draft, { text, reading }: Heard): number | null {
  const found = reading.quantities.at(-1) ?? readAs(context, text, 'quantity').quantities.at(-1)
  return found?.value.count ?? null
}

function isNumber(word: string | undefined): boolean {
  return word !== undefined && /^\d+$/.test(word)
}
