import { wordList } from '../business/word-list.js'
import { elapsed, localTime } from '../schedule/local-time.js'
import { MINUTE } from '../schedule/units.js'
import type { Iso } from '../types.js'
import { phrasesOf, wordsOf } from './command-words.js'
import { readSale } from './sale-amount.js'
import { sourceText } from './source-text.js'
import type { HouseWord, LeadWord, StaffPending, StaffState, World } from './types.js'

/**
 * "no, fueron 940": the sale or quote just written down with another sum, as the words that do it: it is undone,
 * and said again. Of two sums the last one counts. Null for whatever says more, or puts nothing right.
 */
export function corrected(text: string, staff: StaffState, world: World): readonly string[] | null {
  const { pending } = staff
  if (world.undoable === null || elapsed(world.undoable.at, world.now) > FRESH) return null
  if (pending !== null && !OFFERED.includes(pending.kind)) return null
  const word = world.undoable
  if (world.quoted !== null || word === null || word.undone) return null
  if (word.scope === 'house') return spentAgain(text, word, world)
  const { action, target } = word
  if ((action.kind !== 'won' && action.kind !== 'quote') || target !== staff.lastAbout) return null
  const sum = sumIn(text, action.amount, world)
  const [undo] = phrasesOf('undo', world.messages)
  const [again] = phrasesOf(wordAgain(word), world.messages)
  if (sum === null || undo === undefined || again === undefined) return null
  return [undo, `${again} ${sum}${dayAgain(word.soldAt, world)}`]
}

/** What was spent, on the same. */
function spentAgain(text: string, { action }: HouseWord, world: World): readonly string[] | null {
  if (action.kind !== 'spend') return null
  const sum = sumIn(text, action.amount, world)
  const [undo] = phrasesOf('undo', world.messages)
  const [again] = phrasesOf('spend', world.messages)
  if (sum === null || undo === undefined || again === undefined) return null
  const source = sourceText(action.source, world)
  return [undo, `${again} ${sum} ${source}${dayAgain(action.at, world)}`]
}

/** One more sale to a customer has a word of its own. */
function wordAgain({ action, before }: LeadWord): 'won' | 'sale' | 'quote' {
  if (action.kind === 'quote') return 'quote'
  return before.outcome?.kind === 'won' ? 'sale' : 'won'
}

/** What was some days ago stays so. */
function dayAgain(was: Iso | null, { now, business, messages }: World): string {
  if (was === null) return ''
  const [ago] = wordList(messages, 'owner.words.ago')
  const [days] = wordList(messages, 'owner.words.day_unit')
  const back = localTime(now, business.timeZone).day - localTime(was, business.timeZone).day
  return back === 0 ? '' : ` ${ago} ${back} ${days}`
}

/** Questions that came with something done already do not stand in the way. */
const OFFERED: readonly StaffPending['kind'][] = ['approval', 'which', 'owed']

/**
 * The last sum of a text that otherwise only says that the one before was wrong, in the scale of that one: beside 840.000
 * "940" is 940.000, and "3" or "15" is nothing that could have been meant. Null for any other text.
 */
function sumIn(text: string, before: number, { messages, readAmount }: World): string | null {
  let rest = text
  let last: number | null = null
  for (
    let found = readSale(rest, readAmount);
    found.amount !== null;
    found = readSale(rest, readAmount)
  ) {
    last = scaled(found.amount, before)
    if (last === null) return null
    rest = found.rest
  }
  const words = wordsOf(rest).map((word) => word.text)
  const wrong = wordList(messages, 'owner.words.wrong_sum')
  const beside = [...wrong, ...wordList(messages, 'owner.words.beside_sum')]
  const isAll = words.every((word) => beside.includes(word))
  return last !== null && isAll && words.some((word) => wrong.includes(word)) ? String(last) : null
}

function scaled({ value, bare }: { value: number; bare: boolean }, before: number): number | null {
  const isNear = (sum: number): boolean => sum < before * NEAR && sum > before / NEAR
  return bare ? ([1, 1_000, 1_000_000].map((of) => value * of).find(isNear) ?? null) : value
}

const NEAR = 3
/** What was written down longer ago is put right by its own words. */
const FRESH = 30 * MINUTE
