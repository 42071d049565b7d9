import type { Question } from '../core/understanding/types.js'
import { queryText } from './query.js'

/** Everything the bot may have asked before, as the page offers it. */
export const QUESTIONS: readonly Question[] = [
  'open',
  'need',
  'quantity',
  'urgency',
  'budget',
  'authority',
  'yesno',
  'name',
  'nps',
]

export type Asked = {
  readonly text: string
  readonly question: Question
  readonly country: string
}

/** What the page of readings was asked, by its address; what is missing or unknown is as usual. */
export function askedBy(
  query: { readonly [name: string]: unknown },
  countries: readonly string[],
  home: string,
): Asked {
  const country = queryText(query.pais)
  return {
    text: queryText(query.texto) ?? '',
    question: QUESTIONS.find((question) => question === query.pregunta) ?? 'open',
    country: country !== null && countries.includes(country) ? country : home,
  }
}
