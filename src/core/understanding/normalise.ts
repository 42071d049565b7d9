/** Everything that decorates a letter or cannot be seen: accents, zero-width marks, variation selectors. */
const DECORATION =
  /[\u0300-\u036f]|\u20e3|[\ufe0e\ufe0f]|[\u00ad\u200b\u200c\u200e\u200f\ufeff]|\u200d|[\u202a-\u202e\u2060-\u2064]/g
const SPACES = /\s+/g

/** Lower case, no accents (ñ becomes n), no invisible marks; spaces stay as they are. */
export function foldWord(word: string): string {
  let plain = true
  for (let i = 0; i < word.length; i += 1) {
    const code = word.charCodeAt(i)
    if (code < 97 || code > 122) {
      plain = false
      if (code > 127) return word.normalize('NFKD').toLowerCase().replace(DECORATION, '')
    }
  }
  return plain ? word : word.toLowerCase()
}

/** The folding shared with the index of facts: `foldWord` plus collapsed, trimmed white space. */
export function fold(text: string): string {
  const folded = foldWord(text)
  return isTidy(folded) ? folded : folded.replace(SPACES, ' ').trim()
}

/** Small plain letters, digits and marks, with single spaces between them: as most texts are. */
function isTidy(text: string): boolean {
  let spaced = true
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code < 32 || code > 126 || (code === 32 && spaced)) return false
    spaced = code === 32
  }
  return !spaced
}

/** Shortens a drawn-out word to at most `keep` equal letters in a row: "siii" is "si". */
export function squeeze(word: string, keep: number): string {
  let out = ''
  let run = 0
  for (let i = 0; i < word.length; i += 1) {
    const letter = word[i] ?? ''
    run = i > 0 && letter === word[i - 1] ? run + 1 : 1
    if (run <= keep) out += letter
  }
  return out
}
