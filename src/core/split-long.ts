/** In UTF-16 units: shorter than any channel's own limit, and longer than anybody reads in one bubble. */
export const LONGEST_TEXT = 4_000

/**
 * Parts of at most `limit` UTF-16 units, cut at the widest pause that fits: paragraph, line,
 * sentence, word, and only in a run without any pause between two characters.
 */
export function splitLong(text: string, limit = LONGEST_TEXT): readonly string[] {
  const parts: string[] = []
  let rest = text.trim()
  while (rest.length > limit) {
    const end = cut(rest, limit)
    parts.push(rest.slice(0, end).trimEnd())
    rest = rest.slice(end).trimStart()
  }
  return rest === '' ? parts : [...parts, rest]
}

const PAUSES = ['\n\n', '\n', '. ', ' ']

function cut(text: string, limit: number): number {
  const window = text.slice(0, limit + 1)
  for (const pause of PAUSES) {
    const at = window.lastIndexOf(pause)
    if (at > 0) return at + pause.trimEnd().length
  }
  return splitsPair(text, limit) ? Math.max(limit - 1, 2) : limit
}

// An emoji is two units long: half of it would reach the phone as a question mark.
function splitsPair(text: string, at: number): boolean {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff
}
