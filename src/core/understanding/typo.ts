/** Finds the one known word that differs in a single letter. Built once, then a few look-ups a word. */
export type Typos = ReadonlyMap<string, string>

const SHORTEST = 6

/** Indexes each word of six letters or more under itself without one letter. */
export function indexTypos(words: Iterable<string>): Typos {
  const index = new Map<string, string>()
  for (const word of words) {
    if (word.length < SHORTEST) continue
    for (let i = 0; i < word.length; i += 1) {
      const key = word.slice(0, i) + word.slice(i + 1)
      const old = index.get(key)
      index.set(key, old === undefined || old === word ? word : '')
    }
  }
  return index
}

/** The known word one letter away (missing, extra, wrong or swapped), or null when none or two are. */
export function correctTypo(word: string, known: Typos, isKnown: (w: string) => boolean) {
  if (word.length < SHORTEST || word.length > 24) return null
  const missing = known.get(word)
  if (missing !== undefined && missing !== '') return missing
  let found: string | null = null
  for (const key of deletions(word)) {
    if (key.length >= SHORTEST && isKnown(key)) return key
    const candidate = known.get(key)
    if (candidate === undefined || candidate === '') continue
    if (candidate === found || !isOneAway(word, candidate)) continue
    if (found !== null) return null
    found = candidate
  }
  return found
}

function* deletions(word: string): Generator<string> {
  for (let i = 0; i < word.length; i += 1) yield word.slice(0, i) + word.slice(i + 1)
}

/** Whether one substitution or one swap of neighbours turns `a` into `b` (equal lengths). */
export function isOneAway(a: string, b: string): boolean {
  if (a.length !== b.length) return Math.abs(a.length - b.length) === 1 && isOneInserted(a, b)
  let i = 0
  while (i < a.length && a[i] === b[i]) i += 1
  if (a.slice(i + 1) === b.slice(i + 1)) return true
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2)
}

function isOneInserted(a: string, b: string): boolean {
  const [long, short] = a.length > b.length ? [a, b] : [b, a]
  let i = 0
  while (i < short.length && long[i] === short[i]) i += 1
  return long.slice(i + 1) === short.slice(i)
}
