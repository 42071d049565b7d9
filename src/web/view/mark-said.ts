/** A stretch of a bubble's text; `said` became a fact. */
export type Piece = { readonly text: string; readonly kind: 'plain' | 'said' | 'bold' }

/**
 * A text cut where somebody's words became a fact. Longer words win over shorter ones inside them,
 * each is marked once, and the pieces joined give the text back.
 */
export function markSaid(text: string, said: readonly string[]): readonly Piece[] {
  const spans: [start: number, end: number][] = []
  for (const words of [...new Set(said)].sort((a, b) => b.length - a.length)) {
    const start = words === '' ? -1 : text.indexOf(words)
    const end = start + words.length
    if (start !== -1 && spans.every((span) => end <= span[0] || start >= span[1])) {
      spans.push([start, end])
    }
  }
  return pieces(
    text,
    spans.sort((a, b) => a[0] - b[0]),
  )
}

function pieces(
  text: string,
  spans: readonly (readonly [start: number, end: number])[],
): readonly Piece[] {
  const found: Piece[] = []
  let at = 0
  for (const [start, end] of spans) {
    found.push({ text: text.slice(at, start), kind: 'plain' })
    found.push({ text: text.slice(start, end), kind: 'said' })
    at = end
  }
  found.push({ text: text.slice(at), kind: 'plain' })
  return found.filter((piece) => piece.text !== '')
}
