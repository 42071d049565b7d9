import type { Messages } from '../messages.js'
import { fold } from '../understanding/normalise.js'

/** Folded once for each set of messages: the lists are asked for at every turn. */
const folded = new WeakMap<Messages, Map<string, readonly string[]>>()

/**
 * The words under a key of `data/messages` that people may write, folded. Throws when the key holds
 * anything but a list of texts: that is a bug of the data, caught by the tests.
 */
export function wordList(messages: Messages, key: string): readonly string[] {
  const lists = folded.get(messages) ?? new Map<string, readonly string[]>()
  const known = lists.get(key)
  if (known !== undefined) return known
  const words = readWords(messages, key)
  folded.set(messages, lists.set(key, words))
  return words
}

function readWords(messages: Messages, key: string): readonly string[] {
  const entry = messages[key]
  if (!Array.isArray(entry)) throw new Error(`message "${key}" should be a list of words`)
  return entry.map((word: unknown) => {
    if (typeof word !== 'string') throw new Error(`message "${key}" should hold plain words`)
    return fold(word)
  })
}
