import { type Lexicon, sharedLexicon, vocabularyOf } from './lexicon.js'
import { maskNumbers } from './mask.js'
import { createScan } from './scan.js'
import { readDeadlines } from './urgency.js'

/**
 * The day named in an owner's words ("el viernes", "3 días", "mañana", "martes 10") as a day number
 * (days since 1970-01-01), or null. Of a longer stretch ("la próxima semana") its first day.
 */
export function readDay(
  text: string,
  today: number,
  country: string,
  lexicon: Lexicon | null = sharedLexicon(),
): number | null {
  const words = lexicon ?? { languages: {} }
  const options = { question: 'urgency', country, today } as const
  const scan = createScan(text.slice(0, 500), vocabularyOf(words, country), options)
  maskNumbers(scan)
  const best = readDeadlines(scan).find((d) => !d.negated)
  return best === undefined ? null : today + (best.low === 0 && best.high !== null ? best.high : best.low)
}
