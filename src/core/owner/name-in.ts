import { type Word, wordsOf } from './command-words.js'

/** Stands where words were left out: what is on either side of it is no name together. */
const GAP = ' … '

/**
 * What is left of a text once courtesies and articles are gone, as it was written. Words that stood apart stay
 * apart, so that of "carlos lo de las camisas" the name can be told from the rest.
 */
export function nameIn(text: string, filler: ReadonlySet<string>): string | null {
  let name = ''
  let last: number | null = null
  for (const [at, word] of wordsOf(text).entries()) {
    if (filler.has(word.text)) continue
    if (last !== null) name += at === last + 1 ? ' ' : GAP
    name += text.slice(word.start, word.end)
    last = at
  }
  return name === '' ? null : name
}

/** The runs of words of such a name that stood together. */
export function runsIn(name: string): readonly string[] {
  return name.split(GAP)
}

/** From the first word that counts to the last one, as it was written: what is no name keeps its articles. */
export function wordsLeft(text: string, filler: ReadonlySet<string>): string | null {
  const counts = (word: Word): boolean => !filler.has(word.text)
  const words = wordsOf(text)
  const [first, last] = [words.find(counts), words.findLast(counts)]
  return first === undefined || last === undefined ? null : text.slice(first.start, last.end)
}
