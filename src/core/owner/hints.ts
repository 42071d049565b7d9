import { hasWords } from '../aftersale/has-words.js'
import { wordList } from '../business/word-list.js'
import { fold } from '../understanding/normalise.js'
import type { World } from './types.js'
import { say } from './wording.js'

/** What owners ask of the bot that it does not do, and what there is instead. */
const HINTS = [
  { words: 'owner.hint.facts_words', text: 'owner.hint.facts' },
  { words: 'owner.hint.price_words', text: 'owner.hint.price' },
  { words: 'owner.hint.undo_words', text: 'owner.hint.undo' },
  { words: 'owner.hint.mute_words', text: 'owner.hint.mute' },
] as const

/** The way to what was asked for in words that are no command; null where nobody knows one. */
export function hintFor(text: string, world: World): string | null {
  const folded = fold(text)
  const hint = HINTS.find(({ words }) => hasWords(folded, wordList(world.messages, words)))
  return hint === undefined ? null : say(world, hint.text)
}
