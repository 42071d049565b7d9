import { packPhrases } from './layer.js'
import type { Lexicon, LexiconPart } from './lexicon.js'

/**
 * The lexicon with its phrases made ready, for the build: working them out takes a start some hundred
 * times as long as reading the result.
 */
export function packLexicon({ languages }: Lexicon): Lexicon {
  return {
    languages: mapped(languages, (language) => ({
      ...language,
      common: packPart(language.common),
      countries: mapped(language.countries, packPart),
    })),
  }
}

function packPart({ phrases, ...rest }: LexiconPart): LexiconPart {
  if (phrases === undefined) return rest
  return { ...rest, ready: packPhrases(phrases) }
}

function mapped<V>(
  table: { readonly [key: string]: V },
  change: (value: V) => V,
): { readonly [key: string]: V } {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, change(value)]))
}
