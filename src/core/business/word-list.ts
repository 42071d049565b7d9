import type { Messages } from '../messages.js'
import { fold } from '../understanding/normalise.js'

/**
 * The words under a key of `data/messages` that people may write, folded. Throws when the key holds
 * anything but a list of texts: that is a bug of the data, caught by the tests.
 */
export function wordList(messages: Messages, key: string): readonly string[] {
  const entry = messages[key]
  if (!Array.isArray(entry)) throw new Error(`message "${key}" should be a list of words`)
  return entry.map((word: unknown) => {
    if (typeof word !== 'string') throw new Error(`message "${key}" should hold plain words`)
    return fold(word)
  })
}
