import type { Lexicon, Vocabulary } from './lexicon.js'

/** The words that only one language has, by language: group `tells_<language>` of its file. */
export function tellersOf({ languages }: Lexicon): Vocabulary['tells'] {
  const told = Object.entries(languages).map(([name, { common }]) => [
    name,
    new Set(common.groups?.[`tells_${name}`] ?? []),
  ])
  return Object.fromEntries(told)
}
