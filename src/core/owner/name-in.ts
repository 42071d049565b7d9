import { wordsOf } from './command-words.js'

/** What is left of a text once courtesies and articles are gone, as it was written. */
export function nameIn(text: string, filler: ReadonlySet<string>): string | null {
  const kept = wordsOf(text).filter((word) => !filler.has(word.text))
  return kept.length === 0 ? null : kept.map(({ start, end }) => text.slice(start, end)).join(' ')
}
