import { readAmounts } from './amounts.js'
import { type Lexicon, vocabularyOf } from './lexicon.js'
import { maskNumbers } from './mask.js'
import { createScan } from './scan.js'

type Sum = { readonly value: number; readonly span: readonly [start: number, end: number] }

const READ_LIMIT = 500

/**
 * Reads the sum in an owner's words ("ganado 1.500.000", "840 mil"), in whole units of whatever
 * currency it names; `span` are offsets into the text. Null when there is none.
 */
export function createSumReader(lexicon: Lexicon, country: string): (text: string) => Sum | null {
  const vocabulary = vocabularyOf(lexicon, country)
  return (text) => {
    const options = { question: 'budget', country, today: 0 } as const
    const scan = createScan(text.slice(0, READ_LIMIT), vocabulary, options)
    maskNumbers(scan)
    const sums = readAmounts(scan).filter(
      (sum) => !sum.counted && !sum.num.article && sum.value > 0 && !sum.negated,
    )
    const best = sums.find(({ explicit }) => explicit) ?? sums[0]
    if (best === undefined) return null
    const start = scan.tokens[best.head]?.start ?? 0
    const end = scan.tokens[best.to - 1]?.end ?? text.length
    return { value: best.value, span: [start, end] }
  }
}
