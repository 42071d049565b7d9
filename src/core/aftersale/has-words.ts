/** Whether one of these folded phrases stands in a folded text, as whole words. */
export function hasWords(folded: string, phrases: readonly string[]): boolean {
  const words = spaced(folded)
  for (const phrase of phrases) {
    // Hardly any stands there at all: only for one that does it matters whether it ends with a word.
    if (words.includes(phrase) && words.includes(` ${phrase} `)) return true
  }
  return false
}

let last = { folded: '', words: '' }

/** The same message is looked through for many lists. */
function spaced(folded: string): string {
  if (folded !== last.folded) {
    last = { folded, words: ` ${folded.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} ` }
  }
  return last.words
}
