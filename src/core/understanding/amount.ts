import { readAmounts } from './amounts.js'
import { type Lexicon, sharedLexicon, vocabularyOf } from './lexicon.js'
import { maskNumbers } from './mask.js'
import { createScan } from './scan.js'

/**
 * The sum in an owner's words ("ganado 1.500.000", "840 mil", "gasté 50000 en meta"), in whole units of
 * whatever currency it names, or null. Without a lexicon at hand only digits are understood.
 */
export function readAmount(
  text: string,
  country: string,
  lexicon: Lexicon | null = sharedLexicon(),
): number | null {
  const words = lexicon ?? { languages: {} }
  const options = { question: 'budget', country, today: 0 } as const
  const scan = createScan(text.slice(0, 500), vocabularyOf(words, country), options)
  maskNumbers(scan)
  const sums = readAmounts(scan).filter((a) => !a.counted && !a.num.article && a.value > 0 && !a.negated)
  const best = sums.find((a) => a.explicit) ?? sums[0]
  return best?.value ?? null
}
