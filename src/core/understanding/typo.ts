/** Known words by length with their first two letters, and by length with their last three. */
export type Typos = ReadonlyMap<string, readonly string[]>

const SHORTEST = 6
const LONGEST = 24

/**
 * Files each word of six letters or more twice. One wrong letter, or two swapped, spoils the beginning or
 * the end but never both, so that a word is always found under one of the two.
 */
export function indexTypos(words: Iterable<string>): Typos {
  const index = new Map<string, string[]>()
  for (const word of words) {
    if (word.length < SHORTEST) continue
    file(index, headKey(word, word.length), word)
    file(index, tailKey(word, word.length), word)
  }
  return index
}

function file(index: Map<string, string[]>, key: string, word: string): void {
  const list = index.get(key)
  if (list === undefined) index.set(key, [word])
  else list.push(word)
}

function headKey(word: string, length: number): string {
  return `${length}${word.slice(0, 2)}`
}

function tailKey(word: string, length: number): string {
  return `${word.slice(-3)}${length}`
}

/** The one known word one letter away (missing, extra, wrong or swapped), or null when none or two are. */
export function correctTypo(word: string, indexes: readonly Typos[]): string | null {
  if (word.length < SHORTEST || word.length > LONGEST) return null
  const longer = onlyAt(word, word.length + 1, indexes)
  if (longer !== null && longer !== '') return longer
  const shorter = onlyAt(word, word.length - 1, indexes)
  if (shorter !== null && shorter !== '') return shorter
  const other = onlyAt(word, word.length, indexes)
  return other === '' ? null : other
}

/** The only word of that length one letter away; '' when there are two, null when there is none. */
function onlyAt(word: string, length: number, indexes: readonly Typos[]): string | null {
  let found: string | null = null
  for (const index of indexes) {
    for (const key of [headKey(word, length), tailKey(word, length)]) {
      for (const candidate of index.get(key) ?? []) {
        if (candidate === found || !isOneAway(word, candidate)) continue
        if (found !== null) return ''
        found = candidate
      }
    }
  }
  return found
}

/** Whether one substitution, one swap of neighbours or one letter more or less turns `a` into `b`. */
export function isOneAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let i = 0
  while (i < a.length && a[i] === b[i]) i += 1
  if (a.length > b.length) return isSameFrom(a, i + 1, b, i)
  if (a.length < b.length) return isSameFrom(a, i, b, i + 1)
  if (isSameFrom(a, i + 1, b, i + 1)) return true
  return a[i] === b[i + 1] && a[i + 1] === b[i] && isSameFrom(a, i + 2, b, i + 2)
}

/** Compares two ends letter by letter: cutting them off would cost a string for every word tried. */
function isSameFrom(a: string, from: number, b: string, other: number): boolean {
  for (let i = from, k = other; i < a.length || k < b.length; i += 1, k += 1) {
    if (a[i] !== b[k]) return false
  }
  return true
}
