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
  const told = LANGUAGES.map((language) => toldBy(scan, language))
  const first = told.reduce((most, each) => (each.count > most.count ? each : most))
  if (first.count < ENOUGH && !opensIn(scan, first.language)) return null
  const rivals = told.some((each) => each !== first && first.count <= each.count * CLEARLY)
  if (rivals) return null
  const { language, count, from, to } = first
  return found(scan, language, from, to + 1, count > ENOUGH ? 0.95 : 0.85)
}

/** "hello", "bom dia": too few words to count, and yet plain. */
function opensIn({ tokens, vocabulary }: Scan, language: Language): boolean {
  const [first, ...rest] = tokens.filter(({ kind }) => kind === 'word')
  return rest.length <= FEW && vocabulary.opens[language]?.has(first?.text ?? '') === true
}

/** So many words behind the first. */
const FEW = 2

/** How many different words tell a language, and where the first and the last of them stand. */
function toldBy({ tokens, vocabulary }: Scan, language: Language) {
  const words = vocabulary.tells[language]
  let [count, from, to] = [0, 0, 0]
  for (let at = 0; at < tokens.length; at += 1) {
    if (words?.has(tokens[at]?.text ?? '') !== true) continue
    if (count === 0) from = at
    to = at
    if (isFirst(tokens, at)) count += 1
  }
  return { language, count, from, to }
}

function isFirst(tokens: Scan['tokens'], at: number): boolean {
  const { text } = tokens[at] ?? { text: '' }
  return tokens.findIndex((token) => token.text === text) === at
}
