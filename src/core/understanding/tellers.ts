import type { Lexicon } from './lexicon.js'

/** Words by language. */
export type Tellers = { readonly [language: string]: ReadonlySet<string> }

/**
 * The words of each language that a group of its file holds: `tells_<language>` those that only it has,
 * `opens_<language>` those that a short message in it begins with.
 */
export function tellersOf({ languages }: Lexicon, group: 'tells' | 'opens'): Tellers {
  const told = Object.entries(languages).map(([name, { common }]) => [
    name,
    new Set(common.groups?.[`${group}_${name}`] ?? []),
  ])
  return Object.fromEntries(told)
}
