import { itemsText } from '../business/quote.js'
import { wordList } from '../business/word-list.js'
import { wordsOf } from './command-words.js'
import { isNamed } from './find-lead.js'
import { nameIn, wordsLeft } from './name-in.js'
import { readSale } from './sale-amount.js'
import type { Aimed } from './target.js'
import type { World } from './types.js'

type Sale = Extract<Aimed, { kind: 'sale' }>

/** A name before what was sold is no longer than this. */
const LONGEST_NAME = 3

/**
 * "ana 20 camisetas", "camisetas a ana": what the catalogue holds is what was sold, and the rest is
 * the name; what follows a name we know was sold too, whatever it is.
 */
export function withProduct(command: Sale, world: World): Sale {
  const { written } = command
  if (written.trim() === '') return command
  const filler = new Set(wordList(world.messages, 'owner.words.filler'))
  const { items, rest: unnamed } = world.itemsIn(written)
  const { amount, rest } = readSale(unnamed, world.readAmount)
  const named = items.length === 0 ? null : itemsText(world.business, items, world.messages)
  if (world.quoted !== null) {
    return { ...command, amount, written: '', product: named ?? wordsLeft(rest, filler) }
  }
  const kept = wordsOf(rest).filter(({ text }) => !filler.has(text))
  for (let length = Math.min(LONGEST_NAME, kept.length); length > 0; length--) {
    const [first, last] = [kept[0], kept[length - 1]]
    if (first === undefined || last === undefined) continue
    const name = rest.slice(first.start, last.end)
    if (/^\d/.test(name) || !isNamed(world.people, name)) continue
    const other = wordsLeft(rest.slice(last.end), filler)
    return { ...command, name, amount, written: '', product: named ?? other }
  }
  return { ...command, name: nameIn(rest, filler), amount, written: '', product: named }
}
