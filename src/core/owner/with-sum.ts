import { wordList } from '../business/word-list.js'
import { wordsOf } from './command-words.js'
import type { Command } from './commands.js'
import { readSale } from './sale-amount.js'
import type { Aimed } from './target.js'
import type { World } from './types.js'

/** More digits than in a place of a list. */
const LEAST_DIGITS = 3

/** "840", while it is asked whose sale it was: the sum is kept. Null where none was missing, or more was said. */
export function withSum(command: Aimed, text: string, world: World): Aimed | null {
  if (!lacksSum(command)) return null
  const filler = wordList(world.messages, 'owner.words.filler')
  const { amount, rest } = readSale(text, world.readAmount)
  const isAlone = wordsOf(rest).every((word) => filler.includes(word.text))
  if (amount === null || !isAlone || String(amount.value).length < LEAST_DIGITS) return null
  return { ...command, amount }
}

type Summed = Extract<Aimed, { kind: 'won' | 'sale' | 'quote' }>

function lacksSum(command: Command): command is Summed {
  const { kind } = command
  return (kind === 'won' || kind === 'sale' || kind === 'quote') && command.amount === null
}
