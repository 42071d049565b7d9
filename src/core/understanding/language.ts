import type { Language } from '../types.js'
import { found, type Scan } from './scan.js'
import type { Found } from './types.js'

const LANGUAGES: readonly Language[] = ['es', 'pt', 'en']

/** Words of its own that a text needs before a language is taken for told. */
const ENOUGH = 2

/** As many times more words of one than of another. */
const CLEARLY = 4

/**
 * The language of a message, by the small words that only one of them has. What is short, mixed, or might be
 * two of them tells nothing: whoever talks goes on in the language they were talking.
 */
export function readLanguage(scan: Scan): Found<Language> | null {
  const told = LANGUAGES.map((language) => {
    const words = scan.vocabulary.tells[language]
    const at = scan.tokens.flatMap(({ text }, i) => (words?.has(text) ? [i] : []))
    return { language, at, count: new Set(at.map((i) => scan.tokens[i]?.text)).size }
  }).sort((a, b) => b.count - a.count)
  const [first, second] = told
  if (first === undefined || second === undefined || first.count < ENOUGH) return null
  if (first.count <= second.count * CLEARLY) return null
  const [from = 0, to = 0] = [first.at[0], first.at.at(-1)]
  return found(scan, first.language, from, to + 1, first.count > ENOUGH ? 0.95 : 0.85)
}
